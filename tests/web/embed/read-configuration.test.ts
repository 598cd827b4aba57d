import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { configurationIn, readConfiguration } from "../../../web/embed/read-configuration.js";

describe("a frame's fragment", () => {
  it.each([
    ["#strategy=sixty-forty&theme=dark&locale=de", { strategy: "sixty-forty", theme: "dark", locale: "de" }],
    ["#s1=a-b_c&theme=light", { strategy: "#s1=a-b_c", theme: "light" }],
    ["#s1=a-b_c", { strategy: "#s1=a-b_c", theme: "auto" }],
    ["#s9=a", { strategy: "#s9=a" }],
    ["", { strategy: "", theme: "auto", locale: "en" }],
    ["#theme=blue", { strategy: "", theme: "auto" }],
  ])("%s", (fragment, wanted) => {
    expect(configurationIn(fragment)).toMatchObject({ kind: "configure", style: {}, ...wanted });
  });

  it("may say to wait for the page", () => {
    expect(configurationIn("#wait")).toBeNull();
  });
});

describe("a page's configuration", () => {
  it("is taken as it is where it is one", () => {
    const sent = { kind: "configure", strategy: "type-mix", theme: "dark", locale: "en", style: { accent: "red" } };
    expect(readConfiguration(sent)).toEqual(sent);
  });

  it.each([[null], [[]], ["configure"], [{}], [{ kind: "configure" }], [{ kind: "hello", strategy: "a" }]])(
    "%j is none",
    (data) => {
      expect(readConfiguration(data)).toBeNull();
    },
  );

  it("cuts a strategy that is longer than any, to be told so; whatever else is odd is left out", () => {
    expect(readConfiguration({ kind: "configure", strategy: "x".repeat(600_000) })?.strategy).toHaveLength(524_289);
    const odd = {
      theme: 5,
      locale: "x".repeat(99),
      style: { accent: "x".repeat(301), radius: 5, holdings: "x", font: "a" },
    };
    expect(readConfiguration({ kind: "configure", strategy: "a", ...odd })).toEqual({
      kind: "configure",
      strategy: "a",
      theme: "auto",
      locale: "en",
      style: { font: "a" },
    });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (data) => void readConfiguration(data)));
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (strategy, style) => {
        readConfiguration({ kind: "configure", strategy, style });
      }),
    );
  });
});
