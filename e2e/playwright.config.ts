import { defineConfig } from "@playwright/test";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const browser = (...more: string[]) => ({
  launchOptions: { executablePath: process.env.BROWSER_PATH ?? "", args: [...ARGS, ...more] },
});
/** Where it matters how words look: accessibility, sizes, what stands where. */
const LOOKS = /(access|budget|full-demonstration|matrix|reading)\.spec\.ts$/;

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
  },
  projects: [
    { name: "in the typefaces", testMatch: LOOKS, use: browser() },
    // Seventy-five font files a page are a third of a browser's work.
    {
      name: "at work",
      testIgnore: LOOKS,
      use: browser("--blink-settings=downloadableBinaryFontsEnabled=false"),
    },
  ],
});
