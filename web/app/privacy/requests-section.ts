import { html, nothing, type TemplateResult } from "lit";
import type { LoadedFile } from "../../shared/loaded-files.js";
import type { OfflineDescription } from "../../shared/offline/messages.js";
import { icon } from "../parts/icons.js";
import { count } from "../text/words.js";
import { countByKind, isOwn } from "./request-list.js";

/** The counts change while the reader looks on; they are not read out each time. */
export function requestsSection(
  page: readonly LoadedFile[],
  engine: readonly LoadedFile[] | null,
  offline: OfflineDescription | null | undefined,
  again: () => void,
): TemplateResult {
  const { origin } = location;
  const threads = [
    { name: "This page", files: page },
    { name: "Engine’s thread", files: engine ?? [] },
    { name: "Offline service", files: offline?.loaded ?? [] },
  ];
  const all = threads.flatMap(({ files }) => files);
  const foreign = all.filter(({ url }) => !isOwn(url, origin));
  return html`<section aria-labelledby="requests">
    <h3 id="requests">Requests since the page was loaded</h3>
    <p data-testid="request-count">
      ${
        all.length === 0
          ? "No request to any host."
          : `${count(all.length - foreign.length, "request")} to this site, ${foreign.length === 0 ? "none to any other." : `${String(foreign.length)} to another.`}`
      }
      The page’s own are counted as they happen.
    </p>
    ${all.length === 0 ? nothing : countTable(threads, origin)}
    ${foreign.length === 0 ? nothing : html`<p class="note bad">${icon("warn")} <span>${foreign.map(({ url }) => html`<bdi>${url}</bdi> `)}</span></p>`}
    <p class="soft small">
      Background threads keep lists of their own, since they were last started; a browser may end and start them at any
      time. What the browser loads for itself and what extensions load is in no list here: the network panel of the
      browser’s developer tools has it.
    </p>
    <p><button class="button small" type="button" @click=${again}>Ask the background threads again</button></p>
    ${all.length === 0 ? nothing : addressList(threads, origin)}
  </section>`;
}

interface Thread {
  readonly name: string;
  readonly files: readonly LoadedFile[];
}

function countTable(threads: readonly Thread[], origin: string): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Requests by thread and kind">
    <table data-testid="requests">
      <thead>
        <tr>
          <th scope="col">Thread</th>
          <th scope="col">Asked for by</th>
          <th scope="col" class="end">This site</th>
          <th scope="col" class="end">Elsewhere</th>
        </tr>
      </thead>
      <tbody>
        ${threads.map(({ name, files }) =>
          countByKind(files, origin).map(
            ({ kind, own, foreign: elsewhere }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${kind}</td>
                <td class="end">${own}</td>
                <td class="end">${elsewhere}</td>
              </tr>`,
          ),
        )}
      </tbody>
    </table>
  </div>`;
}

function addressList(threads: readonly Thread[], origin: string): TemplateResult {
  return html`<details>
    <summary>All addresses</summary>
    <ul class="plain addresses">
      ${threads.flatMap(({ name, files }) => files.map(({ url }) => html`<li><span>${name}</span> <bdi>${shortOf(url, origin)}</bdi></li>`))}
    </ul>
  </details>`;
}

function shortOf(url: string, origin: string): string {
  return url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
}
