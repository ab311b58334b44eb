import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { API, expect, PAPER, REPORT, test } from "./people.ts";
import { cli, PASSWORD, Server } from "./server.ts";

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
  for (const [format = "", ending] of [
    ["csv", ".csv"],
    ["json", ".json"],
    ["jsonld", ".jsonld"],
    ["akn", "-akn.xml"],
  ]) {
    const answer = await facilitator.page.request.get(`${API}/compilation${ending}?at=${seq}&lang=zh`, PAPER);
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

test("a reader holds the record against a paper on a machine of its own, with the published key alone", async ({
  enters,
  server,
}) => {
  const reviewer = await enters("reviewer");
  const desk = mkdtempSync(path.join(tmpdir(), "reader-"));
  const put = (name: string, text: string) => {
    writeFileSync(path.join(desk, name), text);
    return path.join(desk, name);
  };
  const record = await reviewer.page.request.get(`${API}/record?after=0&limit=1000`);
  const paper = await reviewer.page.request.get(`${API}/compilation.json`);
  const { key } = (await (await reviewer.page.request.get("/api/v1/installation")).json()) as {
    key: { pem: string };
  };
  expect(cli(server.dataDir, "key")).toBe(key.pem);
  const files = {
    record: put("record.json", await record.text()),
    paper: put("paper.json", await paper.text()),
    key: put("key.pem", key.pem),
  };
  // Another folder: nothing of the installation is needed.
  const check = (recordFile: string) =>
    cli(
      path.join(desk, "nothing"),
      "verify",
      "--record",
      recordFile,
      "--checkpoint",
      files.paper,
      "--key",
      files.key,
    );
  expect(check(files.record)).toMatch(/\d+ entries, chain unbroken/);
  expect(check(files.record)).toMatch(/proven from outside up to entry \d+/);

  const altered = JSON.parse(await record.text()) as { entries: { body?: { words?: string } }[] };
  const words = altered.entries.find(({ body }) => body?.words !== undefined)?.body;
  if (words !== undefined) words.words = "Words nobody said.";
  expect(() => check(put("altered.json", JSON.stringify(altered)))).toThrow();
  const cut = { entries: altered.entries.slice(0, 20) };
  expect(() => check(put("cut.json", JSON.stringify(cut)))).toThrow();
  const forged = (await paper.text()).replace(
    /"seq":(\d+),"signature"/,
    (_, seq) => `"seq":${Number(seq) - 1},"signature"`,
  );
  files.paper = put("forged.json", forged);
  expect(() => check(files.record)).toThrow(/not signed by this key/);
  rmSync(desk, { recursive: true });
});

test("the reader's own browser checks the record and its signatures", async ({ enters }) => {
  const reviewer = await enters("reviewer");
  await reviewer.page.goto(`${REPORT}/history`);
  await reviewer.page.getByRole("button", { name: "Check it in this browser" }).click();
  await expect(reviewer.page.getByText(/\d+ entries: the chain is unbroken/)).toBeVisible();
  await expect(reviewer.page.getByText(/checkpoints?, signatures? valid/)).toBeVisible();
  // A record that was altered on its way does not pass.
  await reviewer.page.route("**/record?after=0*", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('"delegationKind":"observer"', '"delegationKind":"member"'),
    });
  });
  await reviewer.page.getByRole("button", { name: "Check it in this browser" }).click();
  await expect(reviewer.page.getByText(/The record does not hold at entry \d+/)).toBeVisible();
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
    await cedar.page.getByRole("button", { name: /^5 new/ }).click();
    await expect(cedar.positions.getByText("revision 5")).toBeVisible();
    await cedar.isLive();
  });
});
