import { describe, expect, it } from "vitest";

import type { Problem, Reply, Validation } from "../../../../wasm/planner/planner.js";
import { readDocumentFile } from "../../../../web/app/shell/read-document-file.js";
import type { Engine } from "../../../../web/shared/engine/types.js";
import { aDocument, aPlan } from "../support/documents.js";

function engineOf(errors: Partial<Problem>[] = []) {
  const seen: string[] = [];
  const engine: Pick<Engine, "validate"> = {
    validate: (document) => {
      seen.push(typeof document === "string" ? document : JSON.stringify(document));
      const problems = errors.map((error) => ({
        code: "number/malformed",
        source: "document" as const,
        pointer: "/assets/0/price",
        parameters: {},
        message: "Wrong.",
        ...error,
      }));
      const reply: Reply<Validation> =
        problems.length > 0 ? { ok: false, errors: problems } : { ok: true, value: { valid: true, notices: [] } };
      return Promise.resolve(reply);
    },
  };
  return { engine, seen };
}

describe("a file", () => {
  it("is judged by the engine as it was written", async () => {
    const { engine, seen } = engineOf();
    const text = ` ${JSON.stringify(aDocument())}\n`;
    const { workspace } = await readDocumentFile(`\uFEFF${text}`, engine);
    expect(seen).toEqual([text]);
    expect(workspace?.document).toEqual(aDocument());
  });

  it("of a plan opens with what was asked for", async () => {
    const { engine } = engineOf();
    const request = { trigger: "outside_bands" as const };
    const { workspace } = await readDocumentFile(
      JSON.stringify({ document: aDocument(), request, plan: aPlan() }),
      engine,
    );
    expect(workspace).toEqual({ document: aDocument(), request });
  });

  it("of a plan with a key twice stays outside", async () => {
    // The engine says of a plan's file also that it is no document.
    const notDocument = { code: "document/missing_field", pointer: "" };
    const { engine, seen } = engineOf([notDocument, { code: "text/duplicate_key", pointer: "/document" }]);
    const text = JSON.stringify({ document: aDocument(), plan: aPlan() });
    const { workspace, problems } = await readDocumentFile(text, engine);
    expect(seen).toEqual([text]);
    expect(workspace).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(["text/duplicate_key"]);
  });

  it("of a plan with a mistyped request stays outside", async () => {
    const text = JSON.stringify({ document: aDocument(), requst: {} });
    const { workspace, problems } = await readDocumentFile(text, engineOf().engine);
    expect(workspace).toBeNull();
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([["document/unknown_field", "/requst"]]);
  });

  it("with mistakes in its fields can be opened and mended", async () => {
    const read = await readDocumentFile(JSON.stringify(aDocument()), engineOf([{}]).engine);
    expect(read.workspace).not.toBeNull();
    expect(read.problems).toHaveLength(1);
  });

  it.each([
    ["is no JSON", "{", { code: "text/not_json" }],
    ["has a key twice", JSON.stringify(aDocument()), { code: "text/duplicate_key" }],
    ["could not be judged", JSON.stringify(aDocument()), { code: "engine/unavailable", source: "engine" as const }],
    ["cannot be drawn", '{"format":"ballast","version":1}', { code: "document/missing_field" }],
    ["is of a newer version", JSON.stringify({ ...aDocument(), version: 2 }), { code: "document/unknown_version" }],
  ])("that %s stays outside", async (_name, text, error) => {
    const read = await readDocumentFile(text, engineOf([error]).engine);
    expect(read.workspace).toBeNull();
    expect(read.problems).toHaveLength(1);
  });
});
