/** All ways with their names in addresses, and the code that brings them into a page, its engine and its service worker. */
import { FRAME_WAYS } from "./frame-ways.js";
import { CODE_WAYS, ENGINE_WAYS, OFFLINE_WAYS, SITE_WAYS } from "./other-ways.js";
import { DOOR, PAGE_WAYS } from "./page-ways.js";
import type { Place, Target, Way } from "./way.js";

export interface PlannedWay extends Way {
  slug: string;
  place: Place;
}

const WAYS_BY_PLACE: Record<Place, Way[]> = {
  page: PAGE_WAYS,
  site: SITE_WAYS,
  frame: FRAME_WAYS,
  engine: ENGINE_WAYS,
  offline: OFFLINE_WAYS,
  code: CODE_WAYS,
};

export const ALL_WAYS: PlannedWay[] = Object.entries(WAYS_BY_PLACE).flatMap(([place, ways]) =>
  ways.map((way, index) => ({ ...way, slug: `${place}-${String(index)}`, place: place as Place })),
);

export type Targets = Map<string, Target>;

const IN_WORKER = { engine: true, offline: true, page: false, site: false, frame: false, code: false };

/** What the page's own script is made to hold besides: it is as if a library in it had turned. */
export function codeForPage(targets: Targets): string {
  const ways = ALL_WAYS.filter(({ place }) => !IN_WORKER[place]);
  const shown = ways.filter(({ through }) => through !== undefined).map(({ slug }) => slug);
  return `{
  const ways = {${ways.map((way) => `${JSON.stringify(way.slug)}: ${bound(way, targets)}`).join(",\n")}};
  globalThis.${SET_OFF} = (slugs) => slugs.forEach((slug) => setTimeout(async () => {
    try { await ways[slug](); } catch {}
    document.getElementById("${DOOR}")?.style.setProperty("position", "fixed");
    document.getElementById("${DOOR}")?.style.setProperty("inset", "0 auto auto 0");
    document.getElementById("${DOOR}")?.style.setProperty("z-index", "99");
  }));
  if (window.parent !== window || window.opener !== null) globalThis.${SET_OFF}(${JSON.stringify(shown)});
}
`;
}

export const SET_OFF = "setOffWays";

/** A worker sets its ways off by itself, as soon as it starts. */
export function codeForWorker(place: Place, targets: Targets): string {
  const ways = ALL_WAYS.filter((way) => way.place === place);
  return ways
    .map((way) => `setTimeout(async () => { try { await (${bound(way, targets)})(); } catch {} });\n`)
    .join("");
}

function bound({ attempt, slug }: PlannedWay, targets: Targets): string {
  return `() => (${attempt.toString()})(${JSON.stringify(targets.get(slug))})`;
}
