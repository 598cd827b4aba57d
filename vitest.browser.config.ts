import { defineConfig } from "vitest/config";

/** The built site in real Chromium, driven from Node. One file after the other: they share two cores and a browser. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts", "tests/onefile/**/*.test.ts"],
    globalSetup: ["tests/browser/support/global-setup.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
  },
});
