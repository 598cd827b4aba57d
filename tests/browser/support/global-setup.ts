/** Serves dist/ as a host would, and starts the browsers. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { TestProject } from "vitest/node";

import { BROWSERS } from "./browsers.js";
import { ENGINE } from "./engine.js";
import { startSite } from "./site.js";

declare module "vitest" {
  interface ProvidedContext {
    siteUrl: string;
    /** One for each worker of the test runner. */
    browserEndpoints: string[];
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const index = fileURLToPath(new URL("../../../dist/index.html", import.meta.url));
  if (!existsSync(index)) throw new Error("There is no dist/index.html: build the site first (./dev build).");
  const site = await startSite();
  const servers = await Promise.all(Array.from({ length: BROWSERS }, () => ENGINE.launch()));
  project.provide("siteUrl", site.url);
  project.provide(
    "browserEndpoints",
    servers.map((server) => server.wsEndpoint()),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
    await site.close();
  };
}
