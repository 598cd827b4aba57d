import js from "@eslint/js";
import prettier from "eslint-config-prettier/flat";
import { configs as lit } from "eslint-plugin-lit";
import globals from "globals";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/", "dist/", "docs/examples/", "node_modules/", "tests/browser/fixtures/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked, ...tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  { files: ["web/app/**/*.ts"], extends: [lit["flat/recommended"]] },
  { files: ["**/*.{mjs,js}"], languageOptions: { globals: globals.node } },
  { files: ["wasm/**/*.mjs"], languageOptions: { globals: globals["shared-node-browser"] } },
  {
    // What runs inside the tested page is written among the tests.
    files: ["tests/browser/**/*.mjs"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  prettier,
);
