/** The verdicts as docs/privacy/egress.md shows them, between its two marks. */
import type { Verdict } from "./measure.js";
import { ALL_WAYS } from "./plan.js";
import type { Place } from "./way.js";

const BEGIN = "<!-- written by the egress test, from here -->";
const END = "<!-- to here -->";

const TITLES: Record<Place, string> = {
  page: "From the page to a stranger",
  site: "From the page to the site's own host",
  frame: "From the widget's frame",
  engine: "From the engine's thread",
  offline: "From the service worker",
  code: "Getting code of another's to run in the page",
};

export interface Column {
  browser: string;
  version: string;
  verdicts: Map<string, string>;
}

export function write(text: string, columns: Column[]): string {
  const [before, after] = outside(text);
  return `${before}${BEGIN}\n\n${tables(columns)}\n${END}${after}`;
}

/** What the document says of one browser: slug → verdict. */
export function read(text: string, browser: string): Map<string, Verdict> {
  const found = new Map<string, Verdict>();
  let place: Place | undefined;
  let column = -1;
  for (const line of text.slice(text.indexOf(BEGIN), text.indexOf(END)).split("\n")) {
    const title = /^## (.*)/.exec(line)?.[1];
    if (title !== undefined) place = (Object.keys(TITLES) as Place[]).find((key) => TITLES[key] === title);
    const cells = line.split("|").map((cell) => cell.trim().replaceAll("**", ""));
    if (cells[1] === "way") column = cells.findIndex((cell) => cell.startsWith(`${browser} `));
    const way = ALL_WAYS.find((candidate) => candidate.place === place && candidate.name === cells[1]);
    if (way !== undefined) found.set(way.slug, cells[column] as Verdict);
  }
  return found;
}

function outside(text: string): [string, string] {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`the document lacks ${BEGIN} or ${END}`);
  return [text.slice(0, begin), text.slice(end + END.length)];
}

function tables(columns: Column[]): string {
  return (Object.keys(TITLES) as Place[])
    .map((place) => {
      const head = ["way", ...columns.map(({ browser, version }) => `${browser} ${version}`)];
      const rows = ALL_WAYS.filter((way) => way.place === place).map(({ slug, name }) => [
        name,
        ...columns.map(({ verdicts }) => emphasized(verdicts.get(slug))),
      ]);
      const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
      return `## ${TITLES[place]}\n\n${lines.join("\n")}\n`;
    })
    .join("\n");
}

function emphasized(verdict = "–"): string {
  return ["NOT STOPPED", "connects, says nothing"].includes(verdict) ? `**${verdict}**` : verdict;
}
