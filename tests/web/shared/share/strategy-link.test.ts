import { deflateSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { library } from "../../../../web/app/strategies/library.js";
import { decodeStrategy } from "../../../../web/shared/share/decode-strategy.js";
import { encodeStrategy } from "../../../../web/shared/share/encode-strategy.js";
import { isStrategyFragment, MOST_BYTES, MOST_CHARACTERS } from "../../../../web/shared/share/strategy-link.js";

const pack = (bytes: Uint8Array): string =>
  `#s1=${Buffer.from(deflateSync(bytes, { level: 9 })).toString("base64url")}`;
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

function fragmentOf(strategy: object): string {
  const encoded = encodeStrategy(strategy);
  if (!encoded.ok) throw new Error(encoded.message);
  return encoded.fragment;
}

function faultOf(fragment: string): string {
  const decoded = decodeStrategy(fragment);
  return decoded.ok ? "none" : decoded.code;
}

describe("a strategy in a link", () => {
  it("comes out as it went in, whatever its words are", () => {
    const words = fc.string({ unit: "binary", maxLength: 300 });
    const share = fc.nat(1000).map((n) => String(n / 1000));
    const strategy = fc.record({
      name: words,
      for: words,
      weaknesses: fc.array(words, { maxLength: 5 }),
      rules: fc.array(fc.record({ classification: words, class: words, least: share, most: share }), { maxLength: 40 }),
    });
    fc.assert(
      fc.property(strategy, (data) => {
        const decoded = decodeStrategy(fragmentOf(data));
        expect(decoded.ok && (JSON.parse(decoded.text) as unknown)).toEqual(data);
      }),
    );
  });

  it("has only characters that stay as they are in an address, and fits a message", () => {
    for (const strategy of library) {
      const fragment = fragmentOf(strategy);
      expect(fragment).toMatch(/^#s1=[A-Za-z0-9_-]+$/);
      expect(fragment.length).toBeLessThan(1500);
      expect(new URL(`https://ballast.example/${fragment}`).hash).toBe(fragment);
    }
  });

  it("is refused where it would be too long", () => {
    const noise = fc.sample(fc.string({ minLength: 1000, maxLength: 1000 }), 60);
    expect(encodeStrategy({ weaknesses: noise }).ok).toBe(false);
    expect(encodeStrategy({ name: "x".repeat(MOST_BYTES) }).ok).toBe(false);
  });
});

describe("a link that is not one", () => {
  it.each([
    ["", "link/not_a_strategy"],
    ["#holdings", "link/not_a_strategy"],
    ["#s=abc", "link/not_a_strategy"],
    ["#s2=abc", "link/unknown_version"],
    ["#s01=abc", "link/unknown_version"],
    ["#s1=", "link/not_base64"],
    ["#s1=a+b/", "link/not_base64"],
    ["#s1=%41%41", "link/not_base64"],
    ["#s1=AAAAA", "link/not_base64"],
    [`#s1=${"A".repeat(MOST_CHARACTERS)}`, "link/too_long"],
    ["#s1=____", "link/damaged"],
    [pack(Uint8Array.of(0xff, 0xfe, 0x22)), "link/damaged"],
  ])("%.20s: %s", (fragment, code) => {
    expect(faultOf(fragment)).toBe(code);
  });

  it("is noticed wherever it was cut off", () => {
    const whole = pack(text(JSON.stringify(library[0])));
    for (let length = "#s1=".length; length < whole.length - 1; length += 1) {
      expect(faultOf(whole.slice(0, length)), String(length)).not.toBe("none");
    }
  });

  it("never throws and never hangs, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(() => decodeStrategy(`#s1=${Buffer.from(bytes).toString("base64url")}`)).not.toThrow();
      }),
    );
  });

  it("is not unpacked past the limit: 23 kB of link that would be 17 MB", () => {
    const bomb = pack(new Uint8Array(17_000_000).fill(0x20));
    expect(bomb.length).toBeLessThan(MOST_CHARACTERS);
    expect(faultOf(bomb)).toBe("link/too_large");
    expect(faultOf(pack(new Uint8Array(MOST_BYTES).fill(0x20)))).toBe("none");
    expect(faultOf(pack(new Uint8Array(MOST_BYTES + 1).fill(0x20)))).toBe("link/too_large");
  });

  it("is told from the page's own places", () => {
    expect(isStrategyFragment("#s1=abc")).toBe(true);
    expect(isStrategyFragment("#s7=abc")).toBe(true);
    expect(isStrategyFragment("#strategy=abc")).toBe(false);
    expect(isStrategyFragment("#holdings")).toBe(false);
  });
});
