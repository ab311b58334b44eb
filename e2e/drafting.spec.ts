import { API, expect, newId, REPORT, test } from "./people.ts";
import { PASSWORD } from "./server.ts";

test("two persons of one delegation draft together, and each sees the other's words", async ({ enters }) => {
  const [drafter, head] = [await enters("maple.drafter"), await enters("maple.head")];
  await drafter.opens("32-2");
  await head.opens("32-2");
  await drafter.takes("reservation");
  await drafter.words.pressSequentially("With due regard to sovereignty");
  await expect(head.words).toHaveValue("With due regard to sovereignty");
  await expect(head.page.getByRole("radio", { name: "reservation" })).toBeChecked();
  await head.words.press("End");
  await head.words.pressSequentially(", always.");
  await expect(drafter.words).toHaveValue("With due regard to sovereignty, always.");
  await expect(drafter.page.getByText("Also in this draft: Head of Maple")).toBeVisible();
  await drafter.isSaved();
  // Who does not want to be seen is not, from the next time on.
  await head.page.goto("/delegation");
  await head.page.getByRole("checkbox", { name: /^Do not show colleagues/ }).check();
  await head.opens("32-2");
  await head.words.press("End");
  await head.words.pressSequentially(" Unseen.");
  await expect(drafter.words).toHaveValue("With due regard to sovereignty, always. Unseen.");
  await expect(drafter.page.getByText("Also in this draft")).toBeHidden();
});

test("words typed between clearance and submission are not smuggled in and not lost", async ({ enters }) => {
  const [drafter, head] = [await enters("maple.drafter"), await enters("maple.head")];
  await drafter.opens("32-2");
  await drafter.takes("support");
  await drafter.words.fill("We support this.");
  await drafter.isSaved();

  await head.page.goto(`${REPORT}/review/position.32-2`);
  await head.isLive();
  await expect(head.page.getByText("We support this.")).toBeVisible();
  await head.page.getByRole("button", { name: "Clear these words" }).click();
  await expect(head.page.getByText(/Cleared by Head of Maple/)).toBeVisible();

  await drafter.words.press("End");
  await drafter.words.pressSequentially(" But not alone.");
  await drafter.isSaved();

  const content = {
    kind: "position.stated",
    idea: "32-2",
    stance: "support",
    lang: "en",
    textVersion: 1,
    round: "1",
  };
  const submission = (words: string) => ({
    id: newId(),
    kind: "position.stated",
    draft: "position.32-2",
    content: { ...content, words },
  });
  const smuggled = await head.asks(
    "POST",
    `${API}/submissions`,
    submission("We support this. But not alone."),
  );
  expect(smuggled).toMatchObject({ status: 409, body: { code: "changed-since-clearance" } });
  const cleared = await head.asks("POST", `${API}/submissions`, submission("We support this."));
  expect(cleared.status).toBe(201);

  await expect(drafter.positions.getByText("We support this.", { exact: true })).toBeVisible();
  await expect(drafter.words).toHaveValue("We support this. But not alone.");
  await drafter.page.reload();
  await expect(drafter.words).toHaveValue("We support this. But not alone.");
  await head.page.reload();
  await expect(head.page.getByText("We support this. But not alone.")).toBeVisible();
});

test("persons without the right are refused, on the screen and behind it", async ({ enters }) => {
  const [drafter, facilitator, cedar] = [
    await enters("maple.drafter"),
    await enters("facilitator"),
    await enters("cedar.head"),
  ];
  await drafter.opens("32-2");
  await drafter.takes("support");
  await drafter.isSaved();
  await drafter.page.getByRole("link", { name: "Review before submitting" }).click();
  await expect(drafter.page.getByText(/or a person with the right, clears and submits/)).toBeVisible();
  await expect(drafter.page.getByRole("button", { name: /submit|Clear/ })).toHaveCount(0);

  const content = {
    kind: "position.stated",
    idea: "32-2",
    stance: "support",
    lang: "en",
    textVersion: 1,
    round: "1",
  };
  const clearance = { content };
  const submission = { id: newId(), kind: "position.stated", draft: "position.32-2", content };
  for (const person of [drafter, facilitator]) {
    const refused = await person.asks("POST", `${API}/drafts/position.32-2/clearance`, clearance);
    expect(refused).toMatchObject({ status: 403, body: { code: "not-permitted" } });
    expect(await person.asks("POST", `${API}/submissions`, submission)).toMatchObject({ status: 403 });
  }
  // Another head's clearance is of its own delegation's draft, and nothing of Maple's.
  expect(await cedar.asks("POST", `${API}/submissions`, submission)).toMatchObject({
    body: { code: "not-cleared" },
  });

  await facilitator.page.goto(`${REPORT}/review/position.32-2`);
  await expect(
    facilitator.page.getByRole("heading", { name: "Nothing here that you may read" }),
  ).toBeVisible();
  await cedar.page.goto(`${REPORT}/candidates`);
  await expect(cedar.page.getByRole("heading", { name: "Nothing here that you may read" })).toBeVisible();
});

test("without a sign-in there is only the sign-in, and a foreign place to go to afterwards leads home", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.origin });
  const page = await context.newPage();
  await page.goto(REPORT);
  await expect(page).toHaveURL(/\/sign-in\?/);
  expect((await page.request.get(`${API}/record`)).status()).toBe(401);
  await page.goto("/sign-in?callbackUrl=/%09/elsewhere.example");
  await page.getByLabel("E-mail").fill("alder.head@demo.test");
  await page.getByLabel("Password", { exact: true }).fill("wrong-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/do not belong together/)).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${server.origin}/`);
  await context.close();
});

test("what was withdrawn may be said again, in the same words", async ({ enters }) => {
  const elm = await enters("elm.head");
  await elm.states("48-1", "support", "The same words.");
  await elm.page.getByRole("button", { name: "Withdraw this position…" }).click();
  await elm.page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(elm.positions.getByText(/Elm: withdrawn on/)).toBeVisible();
  await elm.page.getByRole("link", { name: "Review before submitting" }).click();
  await elm.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await elm.page.waitForURL("**/ideas/48-1");
  await expect(elm.positions.getByText("The same words.")).toBeVisible();
});

test("a draft is erased at the head's order, for every colleague, and never at a drafter's", async ({
  enters,
}) => {
  const [head, drafter] = [await enters("fig.head"), await enters("fig.drafter")];
  await drafter.opens("48-1");
  await drafter.takes("reservation");
  await drafter.words.fill("Better forgotten.");
  await drafter.isSaved();
  await expect(
    drafter.page.getByText(/Whoever runs this service can technically read drafts/).first(),
  ).toBeVisible();
  expect((await drafter.asks("DELETE", `${API}/drafts/position.48-1`)).status).toBe(403);
  await head.page.goto(`${REPORT}/review/position.48-1`);
  await expect(head.page.getByText("Better forgotten.")).toBeVisible();
  await head.page.getByRole("button", { name: "Erase…" }).click();
  await head.page.getByRole("dialog").getByRole("button", { name: "Erase this draft" }).click();
  await expect(head.page.getByText("1 draft was erased.")).toBeVisible();
  await expect(head.page.getByText("There is nothing to review in this draft.")).toBeVisible();
  await expect(drafter.words).toHaveValue("");
  await expect(drafter.page.getByRole("radio", { name: "reservation" })).not.toBeChecked();
});

test("a drafter sends for clearance; the head finds three in the to-do and clears and submits them together", async ({
  enters,
}) => {
  const [drafter, head] = [await enters("maple.drafter"), await enters("maple.head")];
  for (const idea of ["17-2", "32-2", "48-1"]) {
    await drafter.opens(idea);
    await drafter.takes("support");
    await drafter.words.fill(`On ${idea}, yes.`);
    await drafter.isSaved();
    await drafter.page.getByRole("button", { name: "Send for clearance" }).click();
    await expect(drafter.page.locator("[aria-current=step]")).toHaveText("Ready for clearance");
  }
  await drafter.words.press("End");
  await drafter.words.pressSequentially(" Today.");
  await expect(drafter.page.getByText("The words changed since they were sent")).toBeVisible();
  await drafter.isSaved();

  await head.page.goto("/");
  const todo = head.page.getByRole("region", { name: "To do" });
  await expect(todo.getByRole("heading", { name: "3 drafts were sent for your clearance" })).toBeVisible();
  await expect(todo.getByText("changed since it was sent for clearance")).toHaveCount(1);
  await todo.getByRole("link", { name: /^Review what waits/ }).click();
  await head.isLive();
  for (const words of ["On 17-2, yes.", "On 32-2, yes.", "On 48-1, yes. Today."]) {
    await expect(head.page.getByText(words)).toBeVisible();
  }
  // One of the three is withdrawn from under the head's hands: its refusal stops none of the others.
  await head.page.route("**/submissions", async (route) => {
    const { draft } = route.request().postDataJSON();
    if (draft !== "position.32-2") return route.continue();
    await head.asks("DELETE", `${API}/drafts/position.32-2`);
    return route.continue();
  });
  for (const box of await head.page.getByRole("checkbox").all()) await box.check();
  await head.page.getByRole("button", { name: "Clear and submit 3 drafts" }).click();
  await expect(head.page.getByText(/These words are on record as entry/)).toHaveCount(2);
  await expect(head.page.getByText("These words were not cleared.")).toBeVisible();
  await head.opens("48-1");
  await expect(head.positions.getByText("On 48-1, yes. Today.")).toBeVisible();
  await expect(head.page.locator("[aria-current=step]")).toHaveText("Submitted");
});

test("own undo leaves a colleague's words, who is seen where they are; an internal note is on nobody else's socket or page", async ({
  enters,
}) => {
  const [drafter, head, cedar] = [
    await enters("maple.drafter"),
    await enters("maple.head"),
    await enters("cedar.head"),
  ];
  const heard: Buffer[] = [];
  cedar.page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => heard.push(Buffer.from(payload))),
  );
  for (const person of [drafter, head, cedar]) await person.opens("32-2");
  await drafter.takes("support");
  await drafter.words.pressSequentially("We agree.");
  await expect(head.words).toHaveValue("We agree.");
  await head.words.press("End");
  await head.words.pressSequentially(" In part.");
  await expect(drafter.words).toHaveValue("We agree. In part.");
  await expect(drafter.page.getByText("Head of Maple is here in the words:")).toContainText("In part.");
  await drafter.words.press("ControlOrMeta+z");
  await expect(head.words).toHaveValue(" In part.");
  await expect(drafter.page.getByRole("button", { name: "Undo my last step" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await drafter.page.getByRole("button", { name: "Do it again" }).click();
  await expect(head.words).toHaveValue("We agree. In part.");

  // What a colleague took away is put back from the earlier versions.
  await head.words.fill("No.");
  await expect(drafter.words).toHaveValue("No.");
  await drafter.page.getByText("Earlier versions").first().click();
  await expect(drafter.page.getByText(/^Before Head of Maple took words away/)).toBeVisible();
  await drafter.page.getByRole("button", { name: "Put these words back" }).click();
  await expect(head.words).toHaveValue("We agree. In part.");
  expect((await cedar.asks("GET", `${API}/drafts/position.32-2/versions`)).body).toEqual({ versions: [] });

  await drafter.page.getByRole("button", { name: "Write an internal note" }).click();
  await drafter.page.getByLabel("Words of the internal note").fill("Quietly-between-us.");
  const note = head.page.getByRole("article", { name: "Internal" });
  await expect(note.getByText("Quietly-between-us.")).toBeVisible();
  await expect(head.page.getByRole("button", { name: "Write a comment" })).toBeVisible();
  await cedar.page.reload();
  await cedar.isLive();
  expect(await cedar.page.content()).not.toContain("Quietly-between-us");
  expect(heard.length).toBeGreaterThan(0);
  expect(Buffer.concat(heard).includes("Quietly-between-us")).toBe(false);
});
