import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  test: { include: ["tests/client/**/*.test.{ts,tsx}"], cache: false },
});
