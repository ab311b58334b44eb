import { rmSync } from "node:fs";
import path from "node:path";
import { MESSAGE } from "#deliberation/close-codes";
import { API, expect, newId, test } from "./people.ts";
import { cli } from "./server.ts";

test("killed in the middle, nothing acknowledged is gone, browsers come back by themselves, no entry twice", async ({
  enters,
  server,
}) => {
  const [maple, cedar] = [await enters("maple.head"), await enters("cedar.head")];
  await cedar.opens("44-1");
  await maple.states("44-1", "support", "On record before the kill.");
  await maple.takes("reservation");
  await maple.words.fill("Saved, not submitted.");
  await maple.isSaved();
  const before = await maple.headSeq();

  await server.kill();
  await expect(cedar.page.locator("[data-connection=connecting], [data-connection=offline]")).toBeVisible();
  await maple.words.press("End");
  await maple.words.pressSequentially(" Typed while away.");
  await expect(maple.page.locator("[data-saving=device-only]")).toBeVisible();
  await server.start();

  await maple.isLive();
  await cedar.isLive();
  await maple.isSaved();
  expect(await maple.headSeq()).toBe(before);
  await cedar.shows();
  await expect(cedar.positions.getByText("On record before the kill.")).toHaveCount(1);
  await maple.page.reload();
  await expect(maple.words).toHaveValue("Saved, not submitted. Typed while away.");

  const content = {
    kind: "position.stated",
    idea: "44-3",
    stance: "support",
    lang: "en",
    textVersion: 1,
    round: "1",
  };
  const submission = { id: newId(), kind: "position.stated", draft: "position.44-3", content };
  expect((await maple.asks("POST", `${API}/drafts/position.44-3/clearance`, { content })).status).toBe(201);
  const first = await maple.asks("POST", `${API}/submissions`, submission);
  expect(first.status).toBe(201);
  await server.kill();
  await server.start();
  const second = await maple.asks("POST", `${API}/submissions`, submission);
  expect(second.status).toBe(200);
  expect((second.body as { entry: object }).entry).toEqual((first.body as { entry: object }).entry);
  expect(await maple.headSeq()).toBe(before + 1);
});

test("saved is never said before the server said so, and a round that closed meanwhile keeps the draft", async ({
  enters,
}) => {
  const [maple, facilitator] = [await enters("maple.head"), await enters("facilitator")];
  // Everything passes but the server's word that something is durable.
  await maple.page.routeWebSocket(/\/live\/drafts\//, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (typeof message === "string" || message[0] !== MESSAGE.durable) socket.send(message);
    });
  });
  await maple.opens("46-1");
  await maple.takes("support");
  await maple.words.fill("Nobody said that this is kept.");
  await expect(maple.page.locator("[data-saving=sending]").first()).toBeVisible();
  await expect(maple.page.locator("[data-saving=saved]")).toHaveCount(0);
  await maple.page.unrouteAll();
  await maple.opens("46-1");
  await expect(maple.words).toHaveValue("Nobody said that this is kept.");
  await maple.page.getByRole("link", { name: "Review before submitting" }).click();
  const submit = maple.page.getByRole("button", { name: "Clear and submit to all delegations" });
  await expect(submit).toBeVisible();
  const asked = { id: newId(), kind: "round.closed", round: "1" };
  expect((await facilitator.asks("POST", `${API}/submissions`, asked)).status).toBe(201);
  const content = {
    kind: "position.stated",
    idea: "46-1",
    stance: "support",
    lang: "en",
    textVersion: 1,
    round: "1",
  };
  const late = { id: newId(), kind: "position.stated", draft: "position.46-1", content };
  expect(await maple.asks("POST", `${API}/submissions`, late)).toMatchObject({
    status: 409,
    body: { code: "no-open-round" },
  });
  await expect(maple.page.getByText(/Round 1 closed/).first()).toBeVisible();
  await maple.opens("46-1");
  await expect(maple.page.getByText("Nobody said that this is kept.").first()).toBeVisible();
});

test("a backup taken while people work is restored; browsers start clean, and words typed since are set aside", async ({
  enters,
  server,
}) => {
  const [maple, cedar] = [await enters("maple.head"), await enters("cedar.head")];
  const backup = path.join(server.dataDir, "..", `${path.basename(server.dataDir)}-backup`);
  expect(cli(server.dataDir, "backup", "--to", backup)).toMatch(/Verified and kept/);
  await cedar.opens("46-1");
  await maple.states("46-1", "does not support", "This will be rolled back.");
  await cedar.shows();
  await expect(cedar.positions.getByText("This will be rolled back.")).toBeVisible();
  await maple.words.fill("Typed since the backup.");
  await maple.isSaved();
  expect(() => cli(server.dataDir, "restore", "--from", backup)).toThrow(/Another server/);

  await server.stop();
  expect(cli(server.dataDir, "restore", "--from", backup)).toMatch(/in a new epoch/);
  await server.start();
  await cedar.isLive();
  await expect(cedar.positions.getByText("This will be rolled back.")).toHaveCount(0);
  await expect(cedar.positions.locator("figcaption")).toContainText("0 of 8");
  await maple.isLive();
  await expect(maple.page.getByText("Kept from before: copy or put back")).toBeVisible();
  await expect(maple.page.getByText("Typed since the backup.")).toBeVisible();

  // And the room is one again: what is said now reaches both.
  await maple.states("46-1", "support", "Said after the restore.");
  await expect(cedar.positions.getByText("Said after the restore.")).toBeVisible();
  rmSync(backup, { recursive: true });
});

test("who is not seated any more is out within seconds, without a reload", async ({ enters, server }) => {
  const [maple, cedar] = [await enters("maple.drafter"), await enters("cedar.drafter")];
  await maple.opens("46-1");
  await cedar.opens("46-1");
  cli(server.dataDir, "person", "end", "--email", "maple.drafter@demo.test");
  // Two seconds until the connection ends; then what is on the device is forgotten, and the sign-in is shown.
  await maple.page.waitForURL(/\/sign-in/, { timeout: 5_000 });
  expect((await maple.page.request.get(`${API}/record`)).status()).toBe(401);
  await cedar.isLive();
});
