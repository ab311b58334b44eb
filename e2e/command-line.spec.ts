import { execFileSync } from "node:child_process";
import path from "node:path";
import { API, expect, test } from "./people.ts";
import { PASSWORD, Server } from "./server.ts";

/** Runs the command line on the server's own store, while it serves. */
function cli(dataDir: string, ...words: string[]): string {
  return execFileSync(process.execPath, ["server/cli.ts", ...words], {
    cwd: path.join(import.meta.dirname, ".."),
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
}

test("the command line verifies, shows the report and compiles the same paper as the screen's download", async ({
  enters,
  server,
}) => {
  expect(cli(server.dataDir, "verify")).toMatch(
    /^A-63-677: \d+ entries, chain unbroken, head [0-9a-f]{64}$/m,
  );

  const shown = JSON.parse(cli(server.dataDir, "report", "show", "A-63-677", "--json"));
  const paragraphs = shown.sections.flatMap((section: { paragraphs: object[] }) => section.paragraphs);
  expect(paragraphs).toHaveLength(79);
  expect(paragraphs.flatMap((one: { items: object[] }) => one.items)).toHaveLength(21);
  expect(paragraphs.flatMap((one: { footnotes: object[] }) => one.footnotes)).toHaveLength(13);
  expect(paragraphs.flatMap((one: { ideas: object[] }) => one.ideas)).toHaveLength(57);

  const facilitator = await enters("facilitator");
  const seq = await facilitator.headSeq();
  for (const format of ["csv", "json"]) {
    const answer = await facilitator.page.request.get(`${API}/compilation.${format}?at=${seq}&lang=zh`);
    const paper = cli(
      server.dataDir,
      "compile",
      "--report",
      "A-63-677",
      "--format",
      format,
      "--at",
      String(seq),
      "--lang",
      "zh",
    );
    expect((await answer.body()).toString()).toBe(paper);
  }
  expect(() => cli(server.dataDir, "compile", "--report", "A-1-1", "--format", "csv")).toThrow(
    /There is no report/,
  );
});

test("an empty store seats one administrator with a password shown once; the report is opened by the command line", async ({
  browser,
}) => {
  const server = await Server.started({}, []);
  const [, email = "", password = ""] = /Sign in as (\S+) with the password (\S+)/.exec(server.said) ?? [];
  const page = await (await browser.newContext({ baseURL: server.origin, locale: "en-GB" })).newPage();
  await page.goto("/");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "No report is under consideration." })).toBeVisible();
  expect(cli(server.dataDir, "import", "--text", "db/seed/a-63-677.zh.txt")).toContain(
    "A-63-677: 6 sections, 13 footnotes",
  );
  await page.reload();
  await expect(page.getByText("57 policy ideas in 79 paragraphs.")).toBeVisible();
  await expect(page.getByText("Demonstration")).toHaveCount(0);
  // Nobody of the demonstration is here.
  await page.context().clearCookies();
  await page.goto("/");
  await page.getByLabel("E-mail").fill("maple.head@demo.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/do not belong together/)).toBeVisible();
  await page.context().close();
  await server.gone();
});

test.describe("with small volumes", () => {
  test.use({ volumeSize: 45 });

  test("the record goes on from one volume into the next, live", async ({ enters }) => {
    const [maple, cedar] = [await enters("maple.head"), await enters("cedar.head")];
    const before = await maple.headSeq();
    await cedar.opens("47-1");
    // Volume 2 ends at entry 90: what follows is in another room.
    for (const stance of [
      "support",
      "position reserved",
      "does not support",
      "support",
      "position reserved",
    ]) {
      await maple.states("47-1", stance);
    }
    expect(before).toBeLessThan(90);
    expect(await maple.headSeq()).toBeGreaterThan(90);
    await expect(cedar.positions.getByText("revision 5")).toBeVisible();
    await cedar.isLive();
  });
});
