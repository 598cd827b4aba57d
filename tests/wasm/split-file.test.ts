import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { splitFile } from "../../wasm/cli/split-file.mjs";

const space = fc.string({ unit: fc.constantFrom(" ", "\n", "\r", "\t"), maxLength: 3 });
const name = fc.oneof(fc.constantFrom("document", "request", "plan", "__proto__", "x"), fc.string());
const member = fc.tuple(name, fc.json({ noUnicodeString: false }), space, space, space, space);

describe("a file taken apart", () => {
  it("gives both parts as written, wherever they stand, and refuses every other or second member", () => {
    fc.assert(
      fc.property(fc.array(member, { maxLength: 6 }), space, (members, around) => {
        const names = members.map(([key]) => key);
        fc.pre(!names.includes("format"));
        const inner = members
          .map(([key, value, a, b, c, d]) => `${a}${JSON.stringify(key)}${b}:${c}${value}${d}`)
          .join(",");
        const text = `${around}{${inner}${around}}${around}`;
        const split = splitFile(text);
        if (!names.includes("document") && !names.includes("request")) {
          expect(split).toMatchObject({ ok: true, document: { text } });
          return;
        }
        const unknown = names.filter((key) => !["document", "request", "plan"].includes(key));
        const sound = names.includes("document") && unknown.length === 0 && new Set(names).size === names.length;
        expect(split.ok).toBe(sound);
        if (!split.ok) {
          expect(split.errors.filter(({ code }) => code === "document/unknown_field")).toHaveLength(unknown.length);
          return;
        }
        for (const part of ["document", "request"] as const) {
          const value = members.find(([key]) => key === part)?.[1];
          expect(split[part].text).toBe(value ?? "{}");
          if (value === undefined) continue;
          const { line, column } = split[part];
          const rest = text
            .split("\n")
            .slice(line - 1)
            .join("\n");
          expect(
            [...rest]
              .slice(column - 1)
              .join("")
              .startsWith(value),
          ).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves whatever is no such file to the core", () => {
    for (const text of [
      "",
      "{",
      "[]",
      "null",
      '"document"',
      "{}",
      '{"format":"ballast","document":{}}',
      '["document"]',
    ]) {
      expect(splitFile(text)).toMatchObject({ ok: true, document: { text }, request: { text: "{}" } });
    }
  });
});
