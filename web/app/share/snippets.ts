/** What a blogger pastes into a page. `site` is the folder that Ballast stands in, with a slash at its end. */

export type SnippetTheme = "auto" | "light" | "dark";

export interface SnippetOptions {
  readonly site: string;
  readonly fragment: string;
  readonly theme: SnippetTheme;
  /** The strategy's name, for whoever cannot see the frame. */
  readonly name: string;
}

export function elementSnippet({ site, fragment, theme }: SnippetOptions): string {
  return [
    `<script type="module" src="${attribute(`${site}embed/ballast-planner.js`)}"></script>`,
    `<ballast-planner strategy="${attribute(fragment)}" theme="${theme}" locale="en"></ballast-planner>`,
    "",
  ].join("\n");
}

export function frameSnippet({ site, fragment, theme, name }: SnippetOptions): string {
  const more = theme === "auto" ? "" : `&theme=${theme}`;
  return [
    `<iframe src="${attribute(`${site}embed-one-file.html${fragment}${more}`)}"`,
    `  title="${attribute(`Ballast planner: ${name}`)}" sandbox="allow-scripts" width="100%" height="900"></iframe>`,
    `<p><a href="${attribute(`${site}${fragment}`)}">Open this strategy in Ballast</a></p>`,
    "",
  ].join("\n");
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
