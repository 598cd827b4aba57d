/** Serves dist/ as a host would, and starts one browser for all test files. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { TestProject } from "vitest/node";

import { ENGINE } from "./engine.js";
import { startSite } from "./site.js";

declare module "vitest" {
  interface ProvidedContext {
    siteUrl: string;
    browserEndpoint: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const index = fileURLToPath(new URL("../../../dist/index.html", import.meta.url));
  if (!existsSync(index)) throw new Error("There is no dist/index.html: build the site first (./dev build).");
  const site = await startSite();
  const server = await ENGINE.launch();
  project.provide("siteUrl", site.url);
  project.provide("browserEndpoint", server.wsEndpoint());
  return async () => {
    await server.close();
    await site.close();
  };
}
