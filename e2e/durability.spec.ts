import { execFileSync } from "node:child_process";
import path from "node:path";
import { API, expect, newId, test } from "./people.ts";

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

test("a restored older store makes browsers start clean instead of forking", async ({ enters, server }) => {
  const [maple, cedar] = [await enters("maple.head"), await enters("cedar.head")];
  await server.stop();
  const older = server.copyStore();
  await server.start();
  await cedar.opens("46-1");
  await maple.states("46-1", "does not support", "This will be rolled back.");
  await expect(cedar.positions.getByText("This will be rolled back.")).toBeVisible();

  await server.stop();
  server.putStore(older);
  execFileSync(process.execPath, ["server/cli.ts", "renew-epoch"], {
    cwd: path.join(import.meta.dirname, ".."),
    env: { ...process.env, DATA_DIR: server.dataDir },
  });
  await server.start();
  await cedar.isLive();
  await expect(cedar.positions.getByText("This will be rolled back.")).toHaveCount(0);
  await expect(cedar.positions.locator("figcaption")).toContainText("0 of 8");

  // And the room is one again: what is said now reaches both.
  await maple.states("46-1", "support", "Said after the restore.");
  await expect(cedar.positions.getByText("Said after the restore.")).toBeVisible();
});
