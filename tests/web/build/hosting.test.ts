import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { HOSTING_FILES } from "../../../web/build/hosting.mjs";
import { DOCUMENT_POLICY, embedOneFilePolicy, headersFor, matches, RULES } from "../../../web/build/policy.mjs";
import { POLICY_NAME } from "../../../web/shared/script-url.js";

const root = new URL("../../../", import.meta.url);

describe("response headers", () => {
  it.each(Object.entries(HOSTING_FILES))("%s is what the policy says (npm run hosting writes it)", (path, text) => {
    expect(readFileSync(new URL(path, root), "utf8")).toBe(text());
  });

  it("no two rules set one header for one path: hosts differ in what they make of that", () => {
    const paths = ["/", "/index.html", "/sw.js", "/engine/worker-x.js", "/assets/index-x.js", "/manifest.webmanifest"];
    paths.push(
      "/embed/",
      "/embed/index.html",
      "/embed/ballast-planner.js",
      "/embed/assets/index-x.js",
      "/embed-one-file.html",
    );
    for (const path of paths) {
      const names = RULES.filter((rule) => matches(rule.path, path)).flatMap(({ headers }) => Object.keys(headers));
      expect(names, path).toEqual([...new Set(names)]);
    }
  });

  it("the page connects to nothing and runs no WebAssembly", () => {
    for (const path of ["/", "/index.html"]) {
      const policy = headersFor(path)["Content-Security-Policy"];
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
  });

  it("only the engine may compile WebAssembly", () => {
    expect(headersFor("/engine/worker-x.js")["Content-Security-Policy"]).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    );
    expect(headersFor("/sw.js")["Content-Security-Policy"]).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self'",
    );
  });

  it("the policy names the page's own Trusted Types policy and Lit's", () => {
    expect(DOCUMENT_POLICY).toContain(`trusted-types lit-html ${POLICY_NAME}`);
  });

  it("only the planner for other pages may be shown or loaded by them, and it is sandboxed whoever shows it", () => {
    const embed = ["/embed/", "/embed/index.html", "/embed/ballast-planner.js", "/embed/assets/x.wasm"];
    for (const path of embed) {
      const headers = headersFor(path);
      expect(headers["Cross-Origin-Resource-Policy"]).toBe("cross-origin");
      expect(headers["Access-Control-Allow-Origin"]).toBe("*");
      expect(headers["Content-Security-Policy"]).toBe(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors *; " +
          "require-trusted-types-for 'script'; trusted-types lit-html; sandbox allow-scripts",
      );
    }
    for (const path of ["/embed-one-file.html", "/embed-one-file"]) {
      const headers = headersFor(path);
      expect(headers["Cross-Origin-Resource-Policy"]).toBe("cross-origin");
      expect(headers["Content-Security-Policy"]).toBe(
        "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; connect-src 'none'; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors *; " +
          "require-trusted-types-for 'script'; trusted-types lit-html; sandbox allow-scripts",
      );
    }
    // And in the file: what is inline and not named does not run.
    expect(embedOneFilePolicy({ script: "sha256-s", style: "sha256-t" })).toBe(
      "default-src 'none'; script-src 'sha256-s' 'wasm-unsafe-eval'; style-src 'sha256-t'; connect-src 'none'; " +
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
    );
    const own = ["/", "/index.html", "/sw.js", "/engine/x.wasm", "/assets/x.js", "/icons/icon.svg", "/samples/x.json"];
    for (const path of own) {
      expect(headersFor(path)["Cross-Origin-Resource-Policy"], path).toBe("same-origin");
      expect(headersFor(path)["Access-Control-Allow-Origin"], path).toBeUndefined();
    }
    for (const path of ["/", "/index.html"]) expect(headersFor(path)["Cross-Origin-Opener-Policy"]).toBe("same-origin");
  });

  it("an nginx location sets what every rule for its files sets", () => {
    const block = /location = \/embed\/index\.html \{([\s\S]*?)\}/.exec(
      HOSTING_FILES["docs/hosting/nginx.conf"](),
    )?.[1];
    for (const name of Object.keys(headersFor("/embed/index.html"))) expect(block).toContain(`add_header ${name} `);
  });

  it("the one-file edition is a download under every name that a host may give it", () => {
    for (const path of ["/ballast.html", "/ballast"]) {
      expect(headersFor(path)["Content-Disposition"]).toBe("attachment");
      expect(headersFor(path)["Content-Security-Policy"]).toBe(DOCUMENT_POLICY);
    }
  });

  it("scripts are compressed whatever a server's list of types calls them", () => {
    const types = /gzip_types (.*);/.exec(HOSTING_FILES["docs/hosting/nginx.conf"]())?.[1]?.split(" ");
    expect(types).toEqual(expect.arrayContaining(["text/javascript", "application/javascript", "application/wasm"]));
  });

  it("only hashed names are kept for ever", () => {
    expect(headersFor("/assets/a.js")["Cache-Control"]).toContain("immutable");
    expect(headersFor("/engine/a.wasm")["Cache-Control"]).toContain("immutable");
    for (const path of ["/", "/index.html", "/sw.js"]) expect(headersFor(path)["Cache-Control"]).toBe("no-cache");
  });
});
