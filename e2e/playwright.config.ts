import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../test-results",
  // Two cores: each test has a server, a store and several browsers of its own.
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  // A shared machine may stand still for seconds; what fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 8_000,
    navigationTimeout: 15_000,
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    // Pages without a network have their own tests; elsewhere every browser would fetch the shell first.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.BROWSER_PATH ?? "",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
