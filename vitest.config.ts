import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{deliberation,formats,db,server,app,e2e}/**/*.test.ts"],
    testTimeout: 20_000,
  },
});
