import { defineConfig } from "vitest/config";

import { BROWSERS } from "./tests/browser/support/browsers.js";

/** The built site in real Chromium, driven from Node. Two files at a time, each with a browser of its own. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts", "tests/onefile/**/*.test.ts"],
    globalSetup: ["tests/browser/support/global-setup.ts"],
    maxWorkers: BROWSERS,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
  },
});
