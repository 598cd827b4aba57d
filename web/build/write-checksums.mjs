// @ts-check
/** The last step of a build: once nothing in dist/ changes any more. Prints the hash that stands for the whole build. */
import { fileURLToPath } from "node:url";

import { CHECKSUMS, writeChecksums } from "./checksums.mjs";

const site = fileURLToPath(new URL("../../dist/", import.meta.url));
console.log(`sha256 of ${CHECKSUMS}: ${await writeChecksums(site)}`);
