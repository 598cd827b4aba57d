import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";

import { toCsv } from "../../../../web/shared/export/to-csv.js";

describe("toCsv", () => {
  it("quotes only what needs it", () => {
    expect(toCsv([["a", "b,c", 'd"e', "f\ng", " h", ""]])).toBe('a,"b,c","d""e","f\ng"," h",\r\n');
    expect(toCsv([])).toBe("");
  });

  it("hides what other programs take for a separator", () => {
    expect(toCsv([["a;b", "c\td"]])).toBe('"a;b","c\td"\r\n');
  });

  it("disarms formulas in texts and leaves numbers alone", () => {
    const cells = ["=1+1", "+1 555", "-cmd", "@SUM(A1)", "\t=1", "＝1", " =1", "-5", "-0.25", "1e3", "a=b", "−5"];
    expect(
      toCsv(cells.map((cell) => [cell]))
        .split("\r\n")
        .slice(0, -1),
    ).toEqual([
      "'=1+1",
      "'+1 555",
      "'-cmd",
      "'@SUM(A1)",
      '"\'\t=1"',
      "'＝1",
      "' =1",
      "-5",
      "-0.25",
      "1e3",
      "a=b",
      "−5",
    ]);
  });

  it("puts the mark before it that Excel needs, when asked to", () => {
    expect(toCsv([["é"]], { byteOrderMark: true })).toBe("\uFEFFé\r\n");
  });

  it("is read back as written", () => {
    const cell = fc
      .string()
      .filter((text) => !/^[\s\p{Cc}]*[=+\-@＝＋－＠\t\r\n]/u.test(text) && !text.includes("\uFEFF"));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const { data } = Papa.parse<string[]>(toCsv(rows), { delimiter: ",", newline: "\r\n" });
        expect(data.slice(0, -1)).toEqual(rows);
      }),
    );
  });
});
