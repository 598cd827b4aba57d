import { defineConfig } from "vitest/config";

/** Plans compared with those of an independent solver. */
export default defineConfig({
  test: {
    include: ["tests/optimality/**/*.test.ts"],
    // One after the other: they take turns at being timed.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 3_600_000,
  },
});
