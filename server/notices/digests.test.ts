import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contestCredentials, settleCredentials } from "#db/credentials";
import { migrateStore } from "#db/migrate";
import { keepNoticeSettings, noticeSettingsOf, takeNoticesFrom } from "#db/notices";
import { closeStore, openStore, STORE_FILE, type Store } from "#db/open";
import { addPerson, endSeats } from "#db/people";
import { keepReminder, lastReminded, remindersOf } from "#db/reminders";
import { saveText } from "#db/reports";
import { digests } from "#db/schema";
import { allSeedIdeas, seedReport } from "#db/seed/seed";
import type { DelegationKey, Instant, PersonId } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { RecordKeeper } from "../keeper.ts";
import { enter } from "../publish.ts";
import { sendDueDigests } from "./digests.ts";
import { type Letter, openPost, type Post, type Posted } from "./post.ts";

const REPORT = "A-63-677" as Parameters<typeof enter>[1];
const ORIGIN = "https://assembly.example";
const SECRETARIAT = Seat.parse({ as: "administrator", person: "00000000-0000-4000-8000-000000000001" });
const at = (time: string) => `2026-11-${time}:00.000Z` as Instant;

let folder: string;
let store: Store;
let keeper: RecordKeeper;
let clock = at("20T10:00");
let ann: PersonId;
const out: Letter[] = [];
let answer: Posted | "crash" = "sent";
const post: Post = {
  async send(letter) {
    if (answer === "crash") throw new Error("the process ended");
    if (answer === "sent") out.push(letter);
    return answer;
  },
  close: () => undefined,
};
const look = (time: Instant) => sendDueDigests({ store, post, origin: ORIGIN }, time);

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "digests-"));
  store = openStore(folder);
  migrateStore(store);
  clock = at("20T10:00");
  answer = "sent";
  out.length = 0;
  keeper = new RecordKeeper(store, { now: () => clock });
  const person = {
    passwordHash: "-",
    as: "delegation" as const,
    delegation: "alder",
    function: "head" as const,
  };
  ann = addPerson(store, { ...person, email: "ann@alder.test", name: "Ann" }, clock) as PersonId;
  const item = { session: 63, agendaItem: 44, title: { en: "Item" }, demonstration: true };
  await enter(keeper, REPORT, SECRETARIAT, { kind: "item.opened", ...item });
  // What lists the installation's reports is their texts.
  saveText(store, REPORT, 1, seedReport());
  await publishes(1);
  await admits("alder");
  await identifies("17-1");
});
afterEach(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

const quoteOf = (idea: string) => allSeedIdeas().find(({ id }) => id === idea)?.quote ?? "";
const publishes = (version: number) =>
  enter(keeper, REPORT, SECRETARIAT, {
    ...{ kind: "text.published", symbol: "A/63/677", version, lang: "zh", title: "履行保护责任" },
    ...{ text: "a".repeat(64), paragraphs: ["17"] },
  });
const admits = (delegation: string) =>
  enter(keeper, REPORT, SECRETARIAT, {
    ...{ kind: "delegation.admitted", delegation, delegationKind: "member", names: { en: "Alder" } },
  });
const identifies = (idea: string) =>
  enter(keeper, REPORT, SECRETARIAT, {
    ...{ kind: "idea.identified", idea, item: null, quote: quoteOf(idea), provisional: true },
  });
const opens = (closesAt: string, attribution = "attributed") =>
  enter(keeper, REPORT, SECRETARIAT, {
    ...{ kind: "round.opened", round: "1", session: 81, closesAt },
    modalities: { attribution, audience: "everyone", totals: true, languages: ["en", "zh"] },
  });
const states = () =>
  store.db
    .select({ state: digests.state })
    .from(digests)
    .all()
    .map(({ state }) => state);

test("[E2] [E3] a digest tells what concerns, by the settings, once a day; the first look tells nothing old", async () => {
  await look(at("20T10:00"));
  await publishes(2);
  await identifies("17-2");
  await look(at("20T11:59"));
  expect(out).toEqual([]);
  await look(at("20T12:00"));
  expect(out.map(({ to, subject }) => [to.email, subject])).toEqual([
    ["ann@alder.test", "\u2066A/63/677\u2069: 1 new"],
  ]);
  expect(out[0]?.text).toContain("https://assembly.example/reports/A-63-677/entries/5");
  expect(out[0]?.text).not.toContain("17-2");
  await look(at("20T12:01"));
  await look(at("21T12:00"));
  expect(out).toHaveLength(1);
  keepNoticeSettings(store, ann, { scope: "all", frequency: "daily", lang: "ru" });
  await identifies("17-3");
  await look(at("22T12:00"));
  expect(out).toHaveLength(2);
  expect(out[1]?.text).toContain("перечень идей");
  keepNoticeSettings(store, ann, { scope: "all", frequency: "never", lang: "en" });
  await publishes(3);
  await look(at("23T12:00"));
  keepNoticeSettings(store, ann, { scope: "none", frequency: "daily", lang: "en" });
  await publishes(4);
  await look(at("24T12:00"));
  expect(out).toHaveLength(2);
});

test("[E3] on the day before a round closes, who left ideas without a position is told once", async () => {
  await look(at("20T10:00"));
  await opens(at("27T23:00"));
  keepNoticeSettings(store, ann, { scope: "concerns", frequency: "weekly", lang: "en" });
  await look(at("26T22:59"));
  out.length = 0;
  await look(at("26T23:00"));
  await look(at("26T23:01"));
  expect(out.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^Round 1 of .A\/63\/677. closes Nov 27, 2026, 6:00\sPM New York$/),
  ]);
  expect(out[0]?.text).toContain("Ideas without a position of your delegation: 1.");
});

test("[E3] [Q4] on the day before a round without attribution closes, a delegation is told of the day, and of no number", async () => {
  await look(at("20T10:00"));
  await opens(at("27T23:00"), "unattributed");
  await look(at("26T22:59"));
  out.length = 0;
  await look(at("26T23:00"));
  await look(at("26T23:01"));
  expect(out.map(({ subject }) => subject)).toEqual([expect.stringContaining("closes Nov 27, 2026")]);
  expect(out[0]?.text).not.toContain("without a position");
});

test("[E7] when the deadline was moved, it is told again on the day before the new one, once", async () => {
  await look(at("20T10:00"));
  await opens(at("22T23:00"));
  keepNoticeSettings(store, ann, { scope: "concerns", frequency: "weekly", lang: "en" });
  await look(at("22T10:00"));
  out.length = 0;
  clock = at("22T11:00");
  const extended = { kind: "round.extended", round: "1", closesAt: at("27T23:00") };
  await enter(keeper, REPORT, SECRETARIAT, { ...extended, reason: "More time.", lang: "en" });
  await look(at("22T23:00"));
  await look(at("26T22:59"));
  out.length = 0;
  await look(at("26T23:00"));
  await look(at("26T23:01"));
  expect(out.map(({ subject }) => subject)).toEqual([expect.stringContaining("closes Nov 27, 2026")]);
});

test("[E4] nobody without a seat at that moment is written to", async () => {
  await look(at("20T10:00"));
  await publishes(2);
  endSeats(store, "ann@alder.test", at("20T11:00"));
  await look(at("20T12:00"));
  expect(out).toEqual([]);
});

test("[E5] what was under way at a crash is not sent again; what was refused is, later", async () => {
  await look(at("20T10:00"));
  await publishes(2);
  answer = "crash";
  await expect(look(at("20T12:00"))).rejects.toThrow("the process ended");
  answer = "sent";
  await look(at("20T12:01"));
  await look(at("21T12:00"));
  expect([out.length, states()]).toEqual([0, expect.arrayContaining(["sending"])]);
  await publishes(3);
  answer = "refused";
  await look(at("22T12:00"));
  expect(states()).toContain("failed");
  answer = "sent";
  await look(at("22T12:00"));
  expect(out).toHaveLength(0);
  await look(at("22T12:01"));
  await look(at("22T13:00"));
  expect(out).toHaveLength(1);
  expect(states()).not.toContain("failed");
});

test("[E5] an older copy put in the store's place sends nothing again, and who wanted none gets none", async () => {
  await look(at("20T10:00"));
  const older = mkdtempSync(path.join(tmpdir(), "digests-"));
  await store.sqlite.backup(path.join(older, STORE_FILE));
  await opens(at("27T23:00"));
  await look(at("20T12:00"));
  await look(at("27T11:00"));
  expect(out).toHaveLength(2);
  keepNoticeSettings(store, ann, { scope: "all", frequency: "never", lang: "en" });
  const current = path.join(folder, STORE_FILE);
  closeStore(store);
  store = openStore(older);
  takeNoticesFrom(store, current);
  expect(noticeSettingsOf(store, ann)).toMatchObject({ frequency: "never", heard: "concerns" });
  keepNoticeSettings(store, ann, { scope: "all", frequency: "daily", lang: "en" });
  keeper = new RecordKeeper(store, { now: () => clock });
  await look(at("27T12:00"));
  expect(out).toHaveLength(2);
  await opens(at("27T23:00"));
  await look(at("27T13:00"));
  await look(at("28T12:00"));
  expect(out.slice(2).map(({ subject }) => subject)).toEqual(["\u2066A/63/677\u2069: 1 new"]);
  rmSync(older, { recursive: true });
});

test("[E6] over SMTP and as a file, nothing written adds a header or an addressee", async () => {
  const heard: string[] = [];
  const server = await smtpServer(heard);
  const { port } = server.address() as { port: number };
  const letter: Letter = {
    to: { name: "Ann\r\nBcc: eve@elsewhere.test", email: "ann@alder.test" },
    subject: "New\r\nX-Evil: yes\u2028",
    text: "保护责任\r\n.\r\nMAIL FROM:<eve@elsewhere.test>\r\n",
    lang: "en",
    id: "one",
  };
  const smtp = openPost({ DATA_DIR: folder, SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true` }, ORIGIN);
  expect(await smtp.send(letter)).toBe("sent");
  for (const email of [
    "ann@alder.test\r\nRCPT TO:<eve@elsewhere.test>",
    "ann@alder.test, eve@elsewhere.test",
  ]) {
    expect(await smtp.send({ ...letter, to: { name: "Ann", email } })).toBe("unknown");
  }
  smtp.close();
  await new Promise((done) => server.close(done));
  expect(heard.filter((line) => /^RCPT/i.test(line))).toEqual(["RCPT TO:<ann@alder.test>"]);
  expect(heard.filter((line) => /^(Bcc|X-Evil):/i.test(line))).toEqual([]);
  const files = openPost({ DATA_DIR: folder }, ORIGIN);
  expect(await files.send(letter)).toBe("sent");
  const [file = ""] = readdirSync(path.join(folder, "mail"));
  const [head = ""] = readFileSync(path.join(folder, "mail", file), "utf8").split("\r\n\r\n");
  expect(head).not.toMatch(/^(Bcc|X-Evil):/im);
  expect(head).toMatch(/^To: .*<ann@alder\.test>$/m);
  expect(
    await openPost({ DATA_DIR: folder, SMTP_URL: `smtp://127.0.0.1:${port}` }, ORIGIN).send(letter),
  ).toBe("unreachable");
});

/** A mail server that accepts everything and keeps what it heard. */
async function smtpServer(heard: string[]): Promise<Server> {
  const server = createServer((socket) => {
    let [data, rest] = [false, ""];
    socket.write("220 ready\r\n");
    socket.on("data", (bytes) => {
      const lines = (rest + bytes.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        heard.push(data ? `> ${line}`.replace(/^> ((?:Bcc|X-Evil):)/i, "$1") : line);
        if (data && line !== ".") continue;
        data = /^DATA$/i.test(line);
        if (/^QUIT$/i.test(line)) socket.end("221 bye\r\n");
        else socket.write(data ? "354 go on\r\n" : "250 ok\r\n");
      }
    });
    socket.on("error", () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

test("[E8] a reminder goes once to each person seated in the delegations named, in its words, and to nobody else", async () => {
  await look(at("20T10:00"));
  const birch = {
    passwordHash: "-",
    as: "delegation" as const,
    delegation: "birch",
    function: "head" as const,
  };
  addPerson(store, { ...birch, email: "bo@birch.test", name: "Bo" }, at("20T10:00"));
  await look(at("20T11:00"));
  const [alder, words] = [
    "alder" as DelegationKey,
    "Please state\r\nBcc: all@everybody.test your positions.",
  ];
  const said = { id: "one", at: at("20T11:30"), words, lang: "en" as const };
  keepReminder(store, REPORT, ann, [alder, alder], said);
  const late = {
    passwordHash: "-",
    as: "delegation" as const,
    delegation: "alder",
    function: "head" as const,
  };
  addPerson(store, { ...late, email: "late@alder.test", name: "Late" }, at("20T11:40"));
  await look(at("20T11:41"));
  await look(at("20T11:42"));
  expect(out.map(({ to, subject }) => [to.email, subject])).toEqual([
    ["ann@alder.test", "\u2066A/63/677\u2069: a reminder from those who run the consideration"],
  ]);
  expect(out[0]?.text).toContain(words);
  expect(remindersOf(store, REPORT, "birch" as DelegationKey, at("20T10:00"))).toEqual([]);
  expect([...lastReminded(store, REPORT)]).toEqual([["alder", at("20T11:30")]]);
  keepNoticeSettings(store, ann, { scope: "none", frequency: "daily", lang: "en" });
  keepReminder(store, REPORT, ann, [alder], { ...said, id: "two", at: at("20T12:30") });
  await look(at("20T12:31"));
  expect(out.filter(({ text }) => text.includes("Please state"))).toHaveLength(2);
  expect(out.at(-1)?.to.email).toBe("late@alder.test");
});

test("[E11] what a person hears is chosen by itself, and stays when nothing is said of it", () => {
  const usual = { scope: "concerns", frequency: "daily", lang: "en" } as const;
  expect(noticeSettingsOf(store, ann).heard).toBe("concerns");
  keepNoticeSettings(store, ann, { ...usual, heard: "all" });
  keepNoticeSettings(store, ann, { ...usual, scope: "none" });
  expect(noticeSettingsOf(store, ann)).toEqual({ ...usual, scope: "none", heard: "all" });
});

test("[D26] [E8] while credentials are contested no reminder goes to those seats; once settled it does", async () => {
  await look(at("20T10:00"));
  const cites = { document: "NV/1", documentOn: "2026-11-20" };
  const contested = contestCredentials(store, { of: { person: ann }, cites, by: null }, at("20T10:30"));
  const said = { id: "one", at: at("20T11:30"), words: "Please state your positions.", lang: "en" as const };
  keepReminder(store, REPORT, ann, ["alder" as DelegationKey], said);
  await look(at("20T11:41"));
  expect(out).toEqual([]);
  const { contest } = contested as { contest: string };
  settleCredentials(store, { contest, cites, by: null }, at("20T11:45"));
  await look(at("20T11:46"));
  expect(out.map(({ to, text }) => [to.email, text.includes(said.words)])).toEqual([
    ["ann@alder.test", true],
  ]);
});
