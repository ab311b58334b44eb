import { partsOf } from "#formats/zipped";
import { API, expect, newId, type Person, REPORT, test } from "./people.ts";

const DRAFT = "canary-draft-of-maple";
const FACILITATORS = "canary-for-facilitators";
const SECRETARIAT = "canary-for-the-secretariat";

/** Everything the site can send a person: pages, as HTML and as what the browser is left with, and answers. */
async function everythingFor(person: Person): Promise<string> {
  const head = await person.headSeq();
  const pages = [
    "/",
    REPORT,
    `${REPORT}/ideas/32-2`,
    `${REPORT}/paragraphs/32`,
    `${REPORT}/history`,
    `${REPORT}/compilation`,
    `${REPORT}/candidates`,
    `${REPORT}/export?ideas=32-2`,
    `${REPORT}/review/position.32-2`,
    ...[2, 1, 0].map((back) => `${REPORT}/entries/${head - back}`),
    `${API}/record?after=0&limit=1000`,
    `${API}/state`,
    `${API}/checkpoints`,
    `${API}/compilation.json`,
    `${API}/compilation.jsonld`,
    `${API}/compilation-akn.xml`,
    `${API}/compilation.csv`,
    "/api/v1/installation",
    "/api/v1/openapi.json",
  ];
  const said: string[] = [];
  for (const page of pages) {
    const answer = await person.page.request.get(page);
    said.push(JSON.stringify(answer.headers()), await answer.text());
  }
  for (const paper of ["compilation.docx", "compilation-tracked.docx", "compilation.xlsx"]) {
    const answer = await person.page.request.get(`${API}/${paper}?ideas=32-2`);
    expect(answer.status(), paper).toBe(200);
    said.push(...partsOf(await answer.body()).values());
  }
  await person.opens("32-2");
  said.push(await person.page.content());
  return said.join("\n");
}

test("what is drafted, and what is said to few, is on no page and in no answer of anybody else", async ({
  enters,
  server,
}) => {
  test.slow();
  const maple = await enters("maple.head");
  await maple.opens("32-2");
  for (const [audience, words] of [
    ["facilitators", FACILITATORS],
    ["secretariat", SECRETARIAT],
  ]) {
    const draft = `comment.${newId()}`;
    const target = { on: "idea", idea: "32-2" };
    const place = { lang: "en", textVersion: 1, round: "1", commentKind: "general" };
    const content = { kind: "comment.made", target, audience, words, ...place };
    expect((await maple.asks("POST", `${API}/drafts/${draft}/clearance`, { content })).status).toBe(201);
    const submission = { id: newId(), kind: "comment.made", draft, content };
    expect((await maple.asks("POST", `${API}/submissions`, submission)).status).toBe(201);
  }
  await maple.takes("reservation");
  await maple.words.fill(DRAFT);
  await maple.isSaved();

  const readers = {
    "maple.drafter": [FACILITATORS, SECRETARIAT],
    "cedar.head": [],
    facilitator: [FACILITATORS],
    administrator: [FACILITATORS, SECRETARIAT],
    reviewer: [],
  };
  for (const [who, may] of Object.entries(readers)) {
    const everything = await everythingFor(await enters(who));
    for (const canary of [FACILITATORS, SECRETARIAT]) {
      expect(everything.includes(canary), `${who}: ${canary}`).toBe((may as string[]).includes(canary));
    }
    // Drafts go over the live channel to the own delegation, and over nothing to anybody else.
    expect(everything.includes(DRAFT), `${who}: the draft`).toBe(false);
  }
  expect(server.said).not.toMatch(/canary-/);
});
