/** Runs the end-to-end tests in a real browser, installing one if the machine has none. */
import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser.ts";

const reporters = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME === undefined ? "list" : "list,json";
const { status } = spawnSync(
  "playwright",
  ["test", "--config", "e2e/playwright.config.ts", `--reporter=${reporters}`, ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, BROWSER_PATH: findBrowser() } },
);
process.exitCode = status ?? 1;
