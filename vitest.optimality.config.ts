import { defineConfig } from "vitest/config";

/** Plans compared with those of an independent solver. */
export default defineConfig({
  test: {
    include: ["tests/optimality/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 3_600_000,
  },
});
