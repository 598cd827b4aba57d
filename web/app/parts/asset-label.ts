import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { colourClass, findAsset, symbolOf } from "./asset-lookup.js";

/** Swatch, symbol and name; what is too long is cut, with the whole of it in the title. */
export function assetLabel(document: BallastDocument, asset: string | null): TemplateResult {
  const symbol = symbolOf(document, asset);
  const name = findAsset(document, asset)?.name ?? "";
  return html`<span class="what">
    <span class="swatch ${colourClass(document, asset)}" aria-hidden="true"></span>
    <span class="asset-words">
      <bdi class="clip symbol" title=${symbol}>${symbol}</bdi>
      ${name === "" ? nothing : html`<small class="clip" title=${name}><bdi>${name}</bdi></small>`}
    </span>
  </span>`;
}
