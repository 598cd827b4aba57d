import { defineConfig } from "vitest/config";

/** The built site in three browsers: what can leave it, and the main job in the one that the browser suite cannot drive. */
export default defineConfig({
  test: {
    include: ["tests/engines/**/*.test.ts", "tests/egress/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
  },
});
