// @ts-check
/**
 * The site's bill of materials (CycloneDX 1.6): what is in the files that are served, and what they were made with. It
 * holds no time and no random number, so that equal sources give equal bytes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Component
 * @property {"library" | "application"} type
 * @property {string} [bom-ref]
 * @property {string} name
 * @property {string} version
 * @property {string} [purl]
 * @property {{ license: { id: string } | { name: string } }[]} [licenses]
 * @property {{ alg: string, content: string }[]} [hashes]
 * @property {string} [description]
 */

/** @typedef {{ version: string, license?: string, integrity?: string, dev?: boolean }} Locked */

/** Header-only libraries under the core, told by what its sources include. `purl` ends in the tag of the release. */
const CXX_LIBRARIES = [
  { name: "nlohmann-json", pin: "JSON_VERSION", purl: "github/nlohmann/json@v", includes: "nlohmann/", license: "MIT" },
  {
    name: "boost-multiprecision",
    pin: "BOOST_VERSION",
    purl: "github/boostorg/multiprecision@boost-",
    includes: "boost/multiprecision/",
    license: "BSL-1.0",
  },
  { name: "eigen", pin: "EIGEN_VERSION", purl: "gitlab/libeigen/eigen@", includes: "Eigen/", license: "MPL-2.0" },
];

/**
 * @param {string} root The checkout.
 * @param {readonly string[]} bundled Names of the npm packages in the bundles.
 */
export function sbom(root, bundled) {
  const read = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");
  const own = JSON.parse(read("package.json"));
  /** @type {Record<string, Locked>} */
  const locked = JSON.parse(read("package-lock.json")).packages;
  const pins = readPins(read("tools/versions.sh"));

  const components = [
    ...bundled.map((name) => npmComponent(name, locked)),
    ...cxxComponents(root, pins),
    emscriptenRuntime(pins),
  ];
  const self = `pkg:npm/${own.name}@${own.version}`;
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      tools: { components: tools(locked, pins) },
      component: {
        type: "application",
        "bom-ref": self,
        name: own.name,
        version: own.version,
        description: own.description,
        purl: self,
        licenses: [{ license: { id: own.license } }],
      },
    },
    components,
    dependencies: [
      { ref: self, dependsOn: components.map((component) => component["bom-ref"]) },
      ...components.map((component) => ({ ref: component["bom-ref"] })),
    ],
  };
}

/**
 * @param {string} name
 * @param {Record<string, Locked>} locked
 * @returns {Component}
 */
function npmComponent(name, locked) {
  const entry = locked[`node_modules/${name}`];
  if (entry === undefined) throw new Error(`${name} is in the bundle and not in package-lock.json`);
  if (entry.dev === true)
    throw new Error(`${name} is in the bundle: it belongs among the dependencies of package.json`);
  const purl = `pkg:npm/${name.replace("@", "%40")}@${entry.version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version: entry.version,
    purl,
    licenses: [{ license: { id: entry.license ?? "" } }],
    hashes: [{ alg: "SHA-512", content: hexOf(entry.integrity ?? "") }],
  };
}

/**
 * @param {string} root
 * @param {Record<string, string>} pins
 * @returns {Component[]}
 */
function cxxComponents(root, pins) {
  const sources = readdirSync(join(root, "core"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.[ch]pp$/.test(path))
    .map((path) => readFileSync(join(root, "core", path), "utf8"));
  return CXX_LIBRARIES.filter(({ includes }) => sources.some((text) => text.includes(`#include <${includes}`))).map(
    ({ name, pin, license, ...of }) => {
      const version = pins[pin] ?? "";
      const purl = `pkg:${of.purl}${version}`;
      return { type: "library", "bom-ref": purl, name, version, purl, licenses: [{ license: { id: license } }] };
    },
  );
}

/**
 * @param {Record<string, string>} pins
 * @returns {Component}
 */
function emscriptenRuntime(pins) {
  const version = pins["EMSCRIPTEN_VERSION"] ?? "";
  const purl = `pkg:github/emscripten-core/emscripten@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name: "emscripten",
    version,
    purl,
    licenses: [{ license: { id: "MIT" } }],
    description: "What it puts into the module: its glue, Embind, musl, libc++, libc++abi, libunwind, compiler-rt.",
  };
}

/**
 * @param {Record<string, Locked>} locked
 * @param {Record<string, string>} pins
 * @returns {Component[]}
 */
function tools(locked, pins) {
  const cxx = [
    ["emscripten", pins["EMSCRIPTEN_VERSION"]],
    ["llvm", pins["LLVM_VERSION"]],
    ["binaryen", pins["BINARYEN_VERSION"]],
  ];
  const npm = ["rolldown", "typescript", "vite"].map((name) => [name, locked[`node_modules/${name}`]?.version]);
  return [...cxx, ...npm].map(([name = "", version = ""]) => ({ type: "application", name, version }));
}

/** @param {string} script Lines NAME=VALUE. */
function readPins(script) {
  return Object.fromEntries([...script.matchAll(/^([A-Z0-9_]+)=(\S+)$/gm)].map(([, name, value]) => [name, value]));
}

/** @param {string} integrity "sha512-…" in base64. */
function hexOf(integrity) {
  return Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex");
}
