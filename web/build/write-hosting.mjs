// @ts-check
/** npm run hosting: writes the header files and server examples. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { HOSTING_FILES } from "./hosting.mjs";

const root = new URL("../../", import.meta.url);

for (const [path, text] of Object.entries(HOSTING_FILES)) {
  const file = fileURLToPath(new URL(path, root));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text());
  console.log(`written: ${path}`);
}
