import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, REPORT, test } from "./people.ts";

/** Script of the reading screen beyond React's and Next's own runtime, compressed. */
const MOST_BYTES = 170 * 1024;
const BUILD = path.join(import.meta.dirname, "../.next/build-manifest.json");

test("the reading screen brings no more script than its budget", async ({ enters }) => {
  const { page } = await enters("alder.drafter");
  const runtime = (JSON.parse(readFileSync(BUILD, "utf8")) as { rootMainFiles: string[] }).rootMainFiles;
  const sizes = new Map<string, number>();
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    const name = new URL(response.url()).pathname;
    if (!runtime.some((file) => name.endsWith(file))) sizes.set(name, gzipSync(await response.body()).length);
  });
  await page.goto(REPORT);
  await page.locator("[data-connection=connected]").waitFor();
  await page.waitForLoadState("networkidle");
  const sum = [...sizes.values()].reduce((total, size) => total + size, 0);
  expect(sizes.size).toBeGreaterThan(2);
  expect(sum, JSON.stringify(Object.fromEntries(sizes))).toBeLessThan(MOST_BYTES);
});
