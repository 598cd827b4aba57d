import { html, type TemplateResult } from "lit";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { findAsset } from "../parts/asset-lookup.js";
import { showShare, showShareShort } from "../text/figures.js";
import type { AllocationNode } from "./allocation-tree.js";

/** What the treemap shows, as rows: each class, then what lies in it, one step further in. */
export function treemapTable(
  document: BallastDocument,
  nodes: readonly AllocationNode[],
  label: string,
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${label}>
    <table aria-label=${label} data-testid="treemap-table">
      <thead>
        <tr>
          <th scope="col">Class or asset</th>
          <th scope="col" class="end">Weight</th>
          <th scope="col">Of the asset, here</th>
        </tr>
      </thead>
      <tbody>
        ${nodes.map((node) => rows(document, node, 0))}
      </tbody>
    </table>
  </div>`;
}

function rows(document: BallastDocument, node: AllocationNode, depth: number): TemplateResult {
  const step = `in${String(Math.min(depth, 5))}`;
  return html`<tr>
      <th scope="row" class=${step}>
        <span class="what">
          ${node.kind === "asset" ? html`<span class="swatch ${node.colour}" aria-hidden="true"></span>` : ""}
          <span><bdi>${node.name}</bdi> ${node.kind === "asset" ? fullName(document, node.id) : ""}</span>
        </span>
      </th>
      <td class="end figure">
        ${node.kind === "class" ? html`<b>${showShare(node.weight)}</b>` : showShare(node.weight)}
      </td>
      <td class="soft">${shareWords(node)}</td>
    </tr>
    ${node.children.map((child) => rows(document, child, depth + 1))}`;
}

function fullName(document: BallastDocument, asset: string | null): TemplateResult | string {
  const name = findAsset(document, asset)?.name ?? "";
  return name === "" ? "" : html`<small class="soft"><bdi>${name}</bdi></small>`;
}

function shareWords({ share }: AllocationNode): string {
  if (share === null) return "";
  return share === "1" ? "all of it" : `${showShareShort(share)} of it`;
}
