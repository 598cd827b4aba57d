import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import type { BallastDocument, Plan, Reply } from "../../wasm/planner/planner.js";

const program = fileURLToPath(new URL("../../wasm/cli/plan.mjs", import.meta.url));
const sampleText = readFileSync(new URL("../../public/samples/starter.ballast.json", import.meta.url), "utf8");
const sample = JSON.parse(sampleText) as BallastDocument;

/** `plan -` with these bytes: its exit code, and its problems as "source pointer code: message". */
function plan(input: string | Uint8Array): { code: number | null; problems: string[]; reply: Reply<Plan> } {
  const { status, stdout } = spawnSync(process.execPath, [program, "-", "--json"], { input, encoding: "utf8" });
  const reply = JSON.parse(stdout) as Reply<Plan>;
  const problems = reply.ok
    ? []
    : reply.errors.map(({ source, pointer, code, message }) => `${source} ${pointer} ${code}: ${message}`);
  return { code: status, problems, reply };
}

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

describe("a file that holds a document and a request", () => {
  it("is taken as the page exports it, with the plan in it, and after a byte order mark", () => {
    const request = { directions: "buy_only" };
    const first = plan(JSON.stringify({ document: sample, request }));
    expect(first.code).toBe(0);
    const again = plan(`\uFEFF${JSON.stringify({ document: sample, request, plan: { trades: [] } }, null, 2)}\n`);
    expect(again).toEqual(first);
    expect(plan(JSON.stringify({ request, document: sample }))).toEqual(first);
    expect(plan(`{"d\\u006fcument":${sampleText},"request":{"directions":"buy_only"}}`)).toEqual(first);
  });

  it("has no other member: a mistyped request is not overlooked", () => {
    expect(plan(`{"requst":{"directions":"buy_only"},\n "document":${sampleText}}`)).toMatchObject({
      code: 1,
      problems: ["file /requst document/unknown_field: “requst” is not a field of this object (line 1, column 2)."],
    });
    expect(plan('{"documnt":{},\n  "a/b~c":1,"request":{}}')).toMatchObject({
      code: 1,
      problems: [
        "file  document/missing_field: “document” is missing here.",
        "file /documnt document/unknown_field: “documnt” is not a field of this object (line 1, column 2).",
        "file /a~1b~0c document/unknown_field: “a/b~c” is not a field of this object (line 2, column 3).",
      ],
    });
  });

  it("has no member twice, itself or anywhere within", () => {
    expect(plan(`{"document":${sampleText},"document":${sampleText}}`).problems).toEqual([
      expect.stringMatching(/^file {2}text\/duplicate_key: The key “document” stands twice in one object \(line \d+, /),
    ]);
    expect(plan(`{"document":${sampleText},"request":{},"requ\\u0065st":{}}`).problems).toEqual([
      expect.stringMatching(/^file {2}text\/duplicate_key: The key “request” stands twice/),
    ]);
    const twice = sampleText.replace('"version": 1', '"version": 7, "version": 1');
    expect(twice).not.toBe(sampleText);
    expect(plan(`{"document":${twice}}`).problems).toEqual([
      "document  text/duplicate_key: The key “version” stands twice in one object.",
    ]);
    const request = '{"directions":"buy_only","directions":"both"}';
    expect(plan(`{"document":${sampleText},"request":${request}}`).problems).toEqual([
      "request  text/duplicate_key: The key “directions” stands twice in one object.",
    ]);
  });

  it("passes both to the core as they are written", () => {
    // An integer beyond what JavaScript can count; a text in place of an object; null in place of nothing.
    expect(plan('{"document":{"format":"ballast","version":90071992547409931}}').problems[0]).toContain(
      "90071992547409931",
    );
    expect(plan(`{"document":${JSON.stringify(sampleText)}}`).problems).toEqual([
      "document  document/wrong_type: This should be an object, not a text.",
    ]);
    expect(plan(`{"document":${sampleText},"request":null}`).problems).toEqual([
      "request  document/wrong_type: This should be an object, not null.",
    ]);
    expect(plan('{"document":[{"x":"}]\\"{"}]}').problems).toEqual([
      "document  document/wrong_type: This should be an object, not a list.",
    ]);
  });

  it("where the core cannot read one of them, it is told where in the file", () => {
    // JavaScript reads 1e999, the core does not.
    expect(plan('{"request":{},\n  "document": {"x": "ö", "y":\n1e999}}').problems).toEqual([
      expect.stringMatching(/^document {2}text\/not_json: .*\(line 3, column 5\)\.$/),
    ]);
    expect(plan('{"request":{},\n  "document": {"x": "ö", "y": 1e999}}').problems).toEqual([
      expect.stringMatching(/^document {2}text\/not_json: .*\(line 2, column 35\)\.$/),
    ]);
    expect(plan('{"document":{},\n"request":{},\n}').problems).toEqual([
      expect.stringMatching(/^document {2}text\/not_json: .*\(line 3, column 1\)\.$/),
    ]);
  });

  it("is told from a document that has such a member by mistake", () => {
    const { problems } = plan(JSON.stringify({ ...sample, document: {} }));
    expect(problems).toEqual(["document /document document/unknown_field: “document” is not a field of this object."]);
  });
});

describe("bytes", () => {
  it("that are not UTF-8 are refused where they begin", () => {
    const latin1 = Buffer.from('{"title":"Zürich"}', "latin1");
    expect(plan(latin1)).toMatchObject({
      code: 1,
      problems: ["file  text/not_utf8: This text is not UTF-8 from byte 11 on."],
    });
    expect(plan(Buffer.from(`{"document":${sampleText},"x":"é"}`, "latin1")).problems).toEqual([
      expect.stringContaining("text/not_utf8"),
    ]);
    // Overlong, a surrogate, beyond Unicode, cut off at the end; after characters of two, three and four bytes.
    for (const bad of [
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe2, 0x82],
      [0xf0, 0x9f, 0x98],
      [0x80],
    ]) {
      const bytes = Buffer.concat([Buffer.from('{"é€😀\uFFFD'), Buffer.from(bad)]);
      expect(plan(bytes).problems).toEqual(["file  text/not_utf8: This text is not UTF-8 from byte 14 on."]);
    }
  });

  it("of UTF-16 are called that, with and without a byte order mark", () => {
    for (const mark of ["", "\uFEFF"]) {
      for (const bigEndian of [false, true]) {
        expect(plan(utf16(mark + sampleText, bigEndian))).toMatchObject({
          code: 1,
          problems: ["file  text/not_utf8: This file is UTF-16; save it as UTF-8."],
        });
      }
    }
  });

  it("of an empty file are no document", () => {
    expect(plan("")).toMatchObject({ code: 1, problems: [expect.stringContaining("the text is empty")] });
  });
});
