import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { build } from "vite";
import { describe, expect, it } from "vitest";

import { bundledPackages, packageOf } from "../../../web/build/bundled-packages.js";
import { embedPlugin } from "../../../web/build/embed-plugin.js";
import { sbom } from "../../../web/build/sbom.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const bundled = ["@lit/reactive-element", "idb", "immer", "lit-element", "lit-html", "papaparse"];

function purls(names: readonly string[]): string[] {
  return sbom(root, names).components.map(({ purl }) => purl ?? "");
}

describe("the bill of materials", () => {
  it("is valid CycloneDX 1.6, by the strict schema", async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(JSON.stringify(sbom(root, bundled)))).toBeNull();
    // The validator does look: a licence that SPDX does not know is one finding.
    const wrong = JSON.stringify(sbom(root, bundled)).replace('"id":"ISC"', '"id":"Nonsense"');
    expect(await validator.validate(wrong)).not.toBeNull();
  });

  it("names npm's packages as npm itself does", () => {
    const shown = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const theirs = JSON.parse(shown) as { components: { purl: string; hashes: { content: string }[] }[] };
    const ours = sbom(root, bundled).components.filter(({ purl }) => purl?.startsWith("pkg:npm/"));
    expect(ours).toHaveLength(bundled.length);
    for (const { purl, hashes } of ours) {
      const same = theirs.components.find((component) => component.purl === purl);
      expect(same?.hashes[0]?.content, purl).toBe(hashes?.[0]?.content);
    }
  });

  it("names the libraries that the core includes, and no others", () => {
    const libraries = purls([]).join(" ");
    expect(libraries).toContain("pkg:github/nlohmann/json@v");
    expect(libraries).toContain("pkg:github/boostorg/multiprecision@boost-");
    expect(libraries).toContain("pkg:github/emscripten-core/emscripten@");
    expect(libraries).not.toMatch(/catch2|rapidcheck/i);
  });

  it("holds neither a time nor a random number", () => {
    expect(JSON.stringify(sbom(root, bundled))).toBe(JSON.stringify(sbom(root, bundled)));
    expect(Object.keys(sbom(root, bundled))).not.toContain("serialNumber");
    expect(Object.keys(sbom(root, bundled).metadata)).not.toContain("timestamp");
  });

  it("refuses what the lockfile does not know, and what is not a dependency of the page", () => {
    expect(() => sbom(root, ["left-pad"])).toThrow("not in package-lock.json");
    expect(() => sbom(root, ["vite"])).toThrow("belongs among the dependencies");
  });
});

describe("what the bundles hold", () => {
  it("counts the planner for other people's pages", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ballast-sbom-"));
    writeFileSync(join(folder, "page.js"), "export default 1;\n");
    const packages = bundledPackages();
    await build({
      configFile: false,
      root: folder,
      logLevel: "silent",
      plugins: [packages.plugin(), embedPlugin(join(root, "web"), packages)],
      build: { outDir: join(folder, "dist"), rolldownOptions: { input: join(folder, "page.js") } },
    });
    rmSync(folder, { recursive: true });
    expect(packages.names()).toEqual(expect.arrayContaining(["fflate", "lit-html"]));
  }, 30_000);
});

describe("the package of a module", () => {
  it.each([
    ["/home/x/node_modules/lit/index.js", "lit"],
    ["/x/node_modules/@lit/reactive-element/css-tag.js", "@lit/reactive-element"],
    ["/x/node_modules/a/node_modules/b/c.js", "b"],
    ["C:\\x\\node_modules\\idb\\index.js", "idb"],
    ["/x/web/app/main.ts", undefined],
  ])("%s: %s", (id, name) => {
    expect(packageOf(id)).toBe(name);
  });
});

describe("package.json", () => {
  it("pins every package exactly", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(ranges).toEqual([]);
  });

  it("and the lockfile every byte of them", () => {
    const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")) as {
      packages: Record<string, { integrity?: string }>;
    };
    const loose = Object.entries(packages).filter(
      ([path, { integrity }]) => path !== "" && !/^sha512-/.test(integrity ?? ""),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });
});
