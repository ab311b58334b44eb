import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Person, REPORT, test } from "./people.ts";

const DOCUMENT = "Note verbale or decision of the credentials committee";

async function cites(person: Person): Promise<void> {
  const dialog = person.page.getByRole("dialog");
  await dialog.getByLabel(DOCUMENT).fill("NV/2026/41");
  await dialog.getByLabel("Date of the document").fill("2026-11-19");
}

test("the secretariat invites; a newcomer comes on a phone and drafts; the seat is taken back, and the page says so", async ({
  enters,
  browser,
  server,
}) => {
  test.slow();
  const secretariat = await enters("administrator");
  const { page } = secretariat;
  await page.goto("/");
  await page.getByRole("link", { name: "Persons and seats" }).click();
  await page.getByRole("button", { name: "Invite…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog.getByText(/“E-mail of the person” is missing/)).toBeVisible();
  await dialog.getByLabel("E-mail of the person").fill("nell@fig.test");
  await dialog.getByLabel("Seat in").selectOption({ label: "Fig" });
  await cites(secretariat);
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText(/^The invitation was sent to/)).toBeVisible();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  const folder = path.join(server.dataDir, "mail");
  const letter = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "utf8"));
  expect(letter.join("").replaceAll("=\r\n", "")).toContain(link);

  const phone = await browser.newContext({
    ...{ baseURL: server.origin, viewport: { width: 390, height: 780 }, hasTouch: true },
  });
  await phone.addCookies([{ name: "language", value: "en", url: server.origin }]);
  const nell = await phone.newPage();
  await nell.goto("/sign-in");
  await nell.getByText("I have an invitation").click();
  await nell.getByLabel("Link", { exact: true }).fill(link);
  await nell.getByRole("button", { name: "Open the invitation" }).click();
  await expect(nell.getByText("drafter")).toBeVisible();
  await nell.getByLabel("Your name").fill("Nell of Fig");
  await nell.getByLabel("Password", { exact: true }).fill("under the fig tree");
  await nell.getByRole("button", { name: "Accept and sign in" }).click();
  await nell.waitForURL((url) => url.pathname === "/");
  await expect(nell.getByText("Acting for")).toBeVisible();
  await nell.goto(`${REPORT}/ideas/17-1`);
  await expect(nell.locator("[data-connection=connected]")).toBeVisible();
  await nell.getByRole("radio", { name: "support", exact: true }).check();
  await nell.getByLabel("Words of the position").fill("Fig supports this idea.");
  await expect(nell.locator("[data-saving=saved]").first()).toBeVisible();

  // Nobody comes twice by the same link, and the secretariat finds the new seat.
  await page.goto(link);
  await expect(page.getByText("This invitation was used.")).toBeVisible();
  await page.goto("/people?q=nell");
  await expect(page.getByText("1 seat.")).toBeVisible();
  await page.getByRole("button", { name: "Take back the seat of Nell of Fig" }).click();
  await page.getByLabel("Reason").fill("Recalled by note verbale.");
  await page.getByRole("button", { name: "Take the seat back now" }).click();
  await nell.waitForURL((url) => url.pathname === "/sign-in", { timeout: 10_000 });
  await expect(nell.getByText(/^Your seat for Fig \(drafter\) ended on/)).toBeVisible();
  await phone.close();
  for (const [asked, said] of [
    ["", "No seat."],
    ["&all=yes", "1 seat."],
    ["&at=2020-01-01T00:00&all=yes", "has not begun"],
  ]) {
    await page.goto(`/people?q=nell${asked}`);
    await expect(page.getByText(said ?? "").first()).toBeVisible();
  }

  // The head reads the own part of the audit; persons of elsewhere have no names there.
  const head = await enters("fig.head");
  await head.page.goto("/people/audit");
  const rows = head.page.getByRole("main").getByRole("listitem");
  await expect(rows.first()).toContainText("Seat taken back");
  await expect(rows.first()).toContainText("Recalled by note verbale.");
  await expect(rows.first()).toContainText("by the secretariat");
  await expect(head.page.getByText("Elm")).toHaveCount(0);
  const csv = await head.page.request.get("/api/v1/people/audit.csv");
  expect(await csv.text()).toContain("nell@fig.test");
});

test("contested credentials suspend a delegation's seats where they work, and lift without a trace in drafts", async ({
  enters,
}) => {
  test.slow();
  const [secretariat, drafter, other] = [
    await enters("administrator"),
    await enters("fig.drafter"),
    await enters("elm.head"),
  ];
  await drafter.opens("17-1");
  await drafter.takes("support");
  await drafter.words.fill("Words of Fig that are kept.");
  await drafter.isSaved();
  await other.reads();
  const { page } = secretariat;
  await page.goto("/people?q=fig");
  await page.getByRole("button", { name: "Contest the credentials of Fig", exact: true }).click();
  await cites(secretariat);
  await page.getByRole("button", { name: "Suspend the seats" }).click();
  await expect(page.getByText("Contested credentials: 1 case")).toBeVisible();

  await expect(drafter.page.getByRole("heading", { name: "Your seat was suspended" })).toBeVisible();
  await drafter.page.getByRole("button", { name: "Read the page anew" }).click();
  await expect(drafter.page.getByText(/^The credentials of Fig are contested/)).toBeVisible();
  await drafter.isLive();
  await expect(drafter.words).toHaveCount(0);
  expect(await drafter.asks("GET", "/api/v1/reports/A-63-677/drafts")).toMatchObject({ status: 403 });
  await expect(other.page.locator("[data-connection=connected]")).toBeVisible();
  await expect(other.page.getByText(/credentials/i)).toHaveCount(0);

  await page.getByRole("button", { name: "Settle the contested credentials of Fig" }).click();
  await cites(secretariat);
  await page.getByRole("button", { name: "Lift the suspension" }).click();
  await expect(drafter.page.getByRole("heading", { name: "Your seat acts again" })).toBeVisible();
  await drafter.page.getByRole("button", { name: "Read the page anew" }).click();
  await expect(drafter.words).toHaveValue("Words of Fig that are kept.");
});

test("whoever has an account takes a seat signed in, acts in one at a time, and nobody takes it for another", async ({
  enters,
}) => {
  const secretariat = await enters("administrator");
  await secretariat.page.goto("/people");
  const { body } = await secretariat.asks("POST", "/api/v1/people/invitations", {
    ...{ email: "reviewer@demo.test", until: null, lang: "en" },
    place: { as: "delegation", delegation: "fig", function: "reader" },
    cites: { document: "NV/2026/42", documentOn: "2026-11-19" },
  });
  const { link } = body as { link: string };
  await secretariat.page.goto(link);
  await expect(secretariat.page.getByText(/^You are signed in as .+; this invitation is for/)).toBeVisible();
  const reviewer = await enters("reviewer");
  const { page } = reviewer;
  await page.goto(link);
  await page.getByRole("button", { name: "Take the seat" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await expect(page.getByRole("link", { name: "Fig", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Other seat" }).click();
  await page.getByRole("button", { name: "Act as: reader of the record" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await expect(page.getByText("Acting as reader of the record")).toBeVisible();
});
