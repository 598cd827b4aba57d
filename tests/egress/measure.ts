/**
 * Sets every way off twice: on the site as it is, and on the same site without its policy. Only what is heard without and
 * not heard with it has been stopped by it; what is not heard either way says nothing about the policy.
 */
import { createHash } from "node:crypto";

import { startSite, type Answer, type Bend, type Site } from "../browser/support/site.js";
import type { EgressBrowser, Tab } from "./browsers.js";
import { openEar, THIS_MACHINE, type Ear } from "./ear.js";
import { ALL_WAYS, codeForPage, codeForWorker, SET_OFF, type PlannedWay, type Targets } from "./plan.js";

export type Verdict = "stopped" | "connects, says nothing" | "NOT STOPPED" | "–";

/** Nothing tells that a request will not come: so long after the last that did, no more is waited for. */
const QUIET_MS = 1500;
/** The same where many ways are tried at once, or where nothing stops them; all heard, nothing more is waited for. */
const AT_MOST_MS = 4000;
/** A busy machine is late: so many times longer is listened to what was silent against expectation. */
const LONGER = 4;

/** What came through of a way: a bare connection, or what was to get out. */
type Heard = "connection" | "all";

/** Slug → verdict. Sound is proof, silence is none: where the outcome is not what is said of it, it is listened again, longer. */
export async function measure(browser: EgressBrowser, said: Map<string, Verdict>): Promise<Map<string, Verdict>> {
  const heard = { without: new Map<string, Heard>(), with: new Map<string, Heard>() };
  const listenTo = async (ways: PlannedWay[], longer: number): Promise<void> => {
    for (const policy of ["without", "with"] as const) {
      const anew = await heardOn(browser, { policy, ways, longer });
      for (const [slug, what] of anew) if (heard[policy].get(slug) !== "all") heard[policy].set(slug, what);
    }
  };
  const verdictOf = ({ slug }: PlannedWay): Verdict => verdict(heard.without.get(slug), heard.with.get(slug));
  await listenTo(ALL_WAYS, 1);
  const surprising = ALL_WAYS.filter((way) => verdictOf(way) !== said.get(way.slug));
  if (surprising.length > 0) await listenTo(surprising, LONGER);
  return new Map(ALL_WAYS.map((way) => [way.slug, verdictOf(way)]));
}

function verdict(without: Heard | undefined, held: Heard | undefined): Verdict {
  if (held === "all") return "NOT STOPPED";
  if (held === "connection") return "connects, says nothing";
  return without === undefined ? "–" : "stopped";
}

interface Listening {
  policy: "with" | "without";
  ways: PlannedWay[];
  longer: number;
}

/** By slug, the ways that got through. */
async function heardOn(browser: EgressBrowser, { policy, ways, longer }: Listening): Promise<Map<string, Heard>> {
  const [whole, bare] = await Promise.all([startSite(), startSite()]);
  const ears = new Map<string, Ear>();
  try {
    for (const { slug } of ALL_WAYS) ears.set(slug, await openEar());
    whole.bend(withWays({ targets: aimAt(ears, whole), policy, page: "whole" }));
    bare.bend(withWays({ targets: aimAt(ears, bare), policy, page: "bare" }));
    const most = AT_MOST_MS * longer;
    const patience = { together: most, alone: policy === "without" ? most : QUIET_MS * longer };
    return await setOffAll(browser, ways, { whole, bare, ears, patience });
  } finally {
    await Promise.all([...ears.values(), whole, bare].map((open) => open.close()));
  }
}

interface Field {
  /** The whole page, its engine and its service worker, for the ways that can share a tab. */
  whole: Site;
  /** The same files under the same policy, but of the page's script only the ways: it is there at once, tab after tab. */
  bare: Site;
  ears: Map<string, Ear>;
  /** Milliseconds of silence after the last sound. */
  patience: { together: number; alone: number };
}

async function setOffAll(browser: EgressBrowser, ways: PlannedWay[], field: Field): Promise<Map<string, Heard>> {
  const through = new Map<string, Heard>();
  const together = ways.filter((way) => !needsItsOwnTab(way));
  const tabs = [
    together.filter(({ place }) => place === "frame"),
    together.filter(({ place }) => place !== "frame"),
    ...ways.filter(needsItsOwnTab).map((way) => [way]),
  ].filter((tab) => tab.length > 0);
  await Promise.all(
    Array.from({ length: browser.hands }, async () => {
      for (let tab = tabs.shift(); tab !== undefined; tab = tabs.shift()) {
        for (const [slug, heard] of await setOff(browser, tab, field)) through.set(slug, heard);
      }
    }),
  );
  return through;
}

const needsItsOwnTab = ({ alone, click }: PlannedWay): boolean => alone ?? click ?? false;

/** In one tab. */
async function setOff(browser: EgressBrowser, ways: PlannedWay[], field: Field): Promise<Map<string, Heard>> {
  const [first] = ways as [PlannedWay];
  const { through, click, slug, place } = first;
  const stranger = `http://127.0.0.1:${String(field.ears.get(slug)?.port)}`;
  const site = needsItsOwnTab(first) ? field.bare : field.whole;
  const tab = await browser.open(
    through === undefined
      ? `${site.url}${place === "frame" ? browser.frame : ""}`
      : `${stranger}${through}?${encodeURIComponent(site.url)}`,
  );
  try {
    if (through === undefined) {
      const inPage = ways.filter(({ place }) => place !== "engine" && place !== "offline");
      await tab.call(
        SET_OFF,
        inPage.map((way) => way.slug),
      );
    }
    if (click) await tab.click();
    return await listen(tab, ways, field);
  } finally {
    await tab.close();
  }
}

async function listen(tab: Tab, ways: PlannedWay[], field: Field): Promise<Map<string, Heard>> {
  const got = new Map<string, Heard>();
  const patience = ways.some(needsItsOwnTab) ? field.patience.alone : field.patience.together;
  let until = Date.now() + patience;
  const complete = (): boolean => ways.every(({ slug }) => got.get(slug) === "all");
  while (Date.now() < until && !complete()) {
    const marks = ways.some(({ place }) => place === "code") ? await tab.marks().catch(() => []) : [];
    for (const way of ways) {
      const heard = marks.includes(`data-ran-${way.slug}`) ? "all" : whatWasHeard(way, field);
      if (heard === undefined || heard === got.get(way.slug)) continue;
      got.set(way.slug, heard);
      until = Date.now() + patience;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return got;
}

function whatWasHeard({ slug, hears }: PlannedWay, { ears, whole, bare }: Field): Heard | undefined {
  const heard = ears.get(slug)?.heard ?? [];
  const hasHeard = (part: string): Heard | undefined => (heard.some((line) => line.includes(part)) ? "all" : undefined);
  if (hears === "a message") return hasHeard("GET /told");
  if (hears === "where from") return hasHeard(`from ${bare.url}`);
  if ([...whole.asked, ...bare.asked].some((line) => line.includes(question(slug)))) return "all";
  if (heard.length === 0) return undefined;
  return heard.every((line) => line === "connection") ? "connection" : "all";
}

const question = (slug: string): string => `?holdings=${slug}.`;

function aimAt(ears: Map<string, Ear>, site: Site): Targets {
  return new Map(
    [...ears].map(([slug, { port }]) => [
      slug,
      {
        slug,
        url: `http://127.0.0.1:${String(port)}/${slug}${question(slug)}`,
        host: "127.0.0.1",
        port,
        machine: THIS_MACHINE,
        own: `${site.url}icons/icon.svg${question(slug)}`,
      },
    ]),
  );
}

interface Bending {
  targets: Targets;
  policy: "with" | "without";
  page: "whole" | "bare";
}

/** The site as its host serves it, but with the ways in its scripts; and, to compare, without anything that could stop them. */
function withWays({ targets, policy, page }: Bending): Bend {
  const additions: [RegExp, string][] = [
    [/^(\/embed)?\/assets\/index-[^/]*\.js$/, codeForPage(targets)],
    [/^\/engine\/.*\.js$/, codeForWorker("engine", targets)],
    [/^\/sw\.js$/, codeForWorker("offline", targets)],
  ];
  return (path, honest) => {
    const addition = additions.find(([pattern]) => pattern.test(path))?.[1];
    const answer = policy === "with" ? honest : withoutPolicy(path, honest);
    if (path === ONE_FILE) return inOneFile(answer, codeForPage(targets), page);
    if (addition === undefined) return answer;
    return { ...answer, body: Buffer.concat([Buffer.from(addition), page === "whole" ? answer.body : Buffer.of()]) };
  };
}

const ONE_FILE = "/embed-one-file.html";

/** The file names its script by its hash: so does the one with the ways in it. */
function inOneFile(answer: Answer, code: string, page: "whole" | "bare"): Answer {
  // In HTML these would end the script, or hide it.
  const ways = code.replace(/<(?=!--|\/script)/gi, "\\x3C");
  let script = "";
  const html = answer.body.toString().replace(/(?<=<script type="module">)[^]*?(?=<\/script>)/, (honest) => {
    script = page === "whole" ? ways + honest : ways;
    return script;
  });
  const hash = createHash("sha256").update(script).digest("base64");
  return { ...answer, body: Buffer.from(html.replace(/(?<=script-src 'sha256-)[^']*/, () => hash)) };
}

const HOLDING_BACK =
  /^(content-security-policy|cross-origin-.*|permissions-policy|referrer-policy|strict-transport-security)$/;

function withoutPolicy(path: string, honest: Answer): Answer {
  const headers = Object.fromEntries(Object.entries(honest.headers).filter(([name]) => !HOLDING_BACK.test(name)));
  if (!["/", "/embed/", ONE_FILE].includes(path)) return { ...honest, headers };
  const html = honest.body.toString().replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  return { ...honest, headers, body: Buffer.from(html) };
}
