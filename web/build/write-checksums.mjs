// @ts-check
/** The last step of a build: once nothing in dist/ changes any more. Prints the hash that stands for the whole build. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { CHECKSUMS, checksums, sha256 } from "./checksums.mjs";

const site = fileURLToPath(new URL("../../dist/", import.meta.url));
const text = await checksums(site);
await writeFile(join(site, CHECKSUMS), text);
console.log(`sha256 of ${CHECKSUMS}: ${sha256(text)}`);
