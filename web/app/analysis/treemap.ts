import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { isZero, showShare } from "../text/figures.js";
import type { AllocationNode } from "./allocation-tree.js";
import { squarify, type Box } from "./squarify.js";

/** The drawing's own units, about a pixel each on a wide page; on a phone they are a third of that. */
const WIDTH = 1000;
const HEIGHT = 520;
const HEAD = 27;
const GAP = 2;
/** A phone's width in these units' pixels. */
const NARROW = 0.33;
const ROOM_PER_LETTER = 8;
const ROOM_AROUND = 14;
/** Smaller parts of the whole than this are drawn together: specks tell nothing apart. */
const SMALLEST = 0.0006;
/** More than this is not read out; the same rows stand in a table. */
const MOST_WORDS = 8;

/**
 * Classes as framed areas with their assets inside. Places are per cent of the drawing, so nothing is measured; a nested
 * svg cuts a name off at the edge of its area. Names are written in it, so that nothing depends on telling colours apart.
 */
export function treemap(nodes: readonly AllocationNode[], label: string): TemplateResult {
  const whole = nodes.reduce((sum, { area }) => sum + area, 0);
  return html`<svg class="treemap" width="100%" role="img" aria-label="${label}: ${words(nodes)}" data-testid="treemap">
    <rect class="strip-ground" width="100%" height="100%" rx="6" />
    ${draw(nodes, { x: 0, y: 0, width: WIDTH, height: HEIGHT }, whole)}
  </svg>`;
}

function draw(nodes: readonly AllocationNode[], within: Box, whole: number): SVGTemplateResult[] {
  const large = nodes.filter(({ area }) => area >= SMALLEST * whole);
  const rest = nodes.filter((node) => !large.includes(node)).reduce((sum, { area }) => sum + area, 0);
  const areas = rest > 0 ? [...large.map(({ area }) => area), rest] : large.map(({ area }) => area);
  return squarify(areas, within).map((box, at) => {
    const node = large[at];
    if (node === undefined) return leaf(box, "aothers", "others", "");
    return node.kind === "asset" ? leaf(box, node.colour, node.name, showShare(node.weight)) : frame(node, box, whole);
  });
}

function frame(node: AllocationNode, box: Box, whole: number): SVGTemplateResult {
  const inner = inset(box, GAP);
  const head = `${node.name} ${showShare(node.weight)}`;
  const body: Box = { ...inner, y: inner.y + HEAD, height: Math.max(0, inner.height - HEAD) };
  const flat = body.height < HEAD;
  return svg`${placed(
    inner,
    svg`<rect class="map-frame ${node.id === null ? "nothing" : ""}" width="100%" height="100%" rx="5" />
      ${headline("wide", roomFor(head, inner.width) ? head : cut(node.name, inner.width))}
      ${headline("narrow", cut(node.name, inner.width * NARROW))}`,
    node.colour,
  )}${flat ? "" : draw(node.children, inset(body, GAP), whole)}`;
}

function leaf(box: Box, colour: string, symbol: string, share: string): SVGTemplateResult {
  const inner = inset(box, GAP / 2);
  return placed(
    inner,
    svg`<rect class="strip-part" width="100%" height="100%" rx="4" />
      ${name(symbol, inner, 20, "strip-name")}
      ${share === "" || inner.height < 48 ? "" : name(share, inner, 37, "strip-name map-share")}`,
    colour,
  );
}

function placed({ x, y, width, height }: Box, inside: SVGTemplateResult, colour: string): SVGTemplateResult {
  return svg`<svg
    class=${colour}
    x=${percent(x / WIDTH)}
    y=${percent(y / HEIGHT)}
    width=${percent(width / WIDTH)}
    height=${percent(height / HEIGHT)}
  >${inside}</svg>`;
}

/** A class's name has a line of its own; where it is too long it is cut, once for a wide page and once for a phone. */
function headline(page: "wide" | "narrow", text: string): SVGTemplateResult | string {
  return text === "" ? "" : svg`<text class="map-head ${page}" x="7" y="18">${text}</text>`;
}

/** An asset's name is drawn where it fits: on a wide page, or even on a phone. */
function name(text: string, { width, height }: Box, y: number, style: string): SVGTemplateResult | string {
  if (height < y + 2 || !roomFor(text, width)) return "";
  return svg`<text class="${style} ${roomFor(text, width * NARROW) ? "short-fits" : ""}" x="8" y=${y}>${text}</text>`;
}

function roomFor(text: string, pixels: number): boolean {
  return pixels >= text.length * ROOM_PER_LETTER + ROOM_AROUND;
}

function cut(text: string, pixels: number): string {
  const letters = Math.floor((pixels - ROOM_AROUND) / ROOM_PER_LETTER);
  const all = [...text];
  if (all.length <= letters) return text;
  return letters < 3
    ? ""
    : `${all
        .slice(0, letters - 1)
        .join("")
        .trimEnd()}…`;
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: Math.max(0, width - 2 * by), height: Math.max(0, height - 2 * by) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

function words(nodes: readonly AllocationNode[]): string {
  const filled = nodes.filter(({ weight }) => !isZero(weight));
  if (filled.length === 0) return "nothing";
  const said = filled.slice(0, MOST_WORDS).map(({ name: called, weight }) => `${called} ${showShare(weight)}`);
  return said.join(", ") + (filled.length > MOST_WORDS ? ` and ${filled.length - MOST_WORDS} more` : "");
}
