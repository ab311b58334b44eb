/** A trial inside a draft room: words that wait for a colleague's, to come in as if they were the colleague's. */
import { v7 } from "uuid";
import * as Y from "yjs";
import { textRoot } from "#deliberation/draft";
import { DraftId } from "#deliberation/ids";
import { API } from "../desk.ts";
import { REPORT } from "../stage.ts";
import { besideWhatComes, newClient, updateFrame, visited } from "./frames.ts";
import type { Trial } from "./world.ts";

/** [C4] Words that come in with a colleague's are their writer's: the provenance names who wrote them. */
export const hidesBehindAnother: Trial = async (world, home) => {
  const { ledger } = world;
  const draft = world.draft("comment");
  const head = await world.writer(home.head);
  await world.writes(home.head, draft);
  const clock = Y.getState(head.doc.store, head.doc.clientID);
  const word = ledger.word(home.drafter, home.delegation, "rightly");
  // After the second sign of what the head writes next, so that no word is cut in two.
  const next = { client: head.doc.clientID, clock: clock + 1 };
  const update = besideWhatComes(`${word}\n`, newClient(), next);
  const address = `drafts/${REPORT}/${home.delegation}`;
  const socket = world.desk(home.drafter).socket(address, { epoch: world.epoch });
  await visited(socket, [updateFrame(update)], false);
  head.write(draft, "-");
  await world.writes(home.head, draft);
  const words = head.doc.getText(textRoot("words", DraftId.parse(draft))).toString();
  if (words.includes(word)) ledger.wrote(home.drafter, draft);
  world.counted(words.includes(word) ? "came in with another's" : "stayed out");
  const place = { lang: "en", textVersion: 1, round: "2", target: { on: "report" }, commentKind: "general" };
  const content = { kind: "comment.made", audience: "everyone", words: words.trim(), ...place };
  await world.ask(world.clearing(home.head, draft, content));
  const submission = { id: v7(), kind: content.kind, draft, content };
  const { status, body } = await world.ask(world.request(home.head, `${API}/submissions`, submission));
  if (status !== 201) return void ledger.violations.push(`what was cleared was refused with ${status}`);
  const { seq } = (body as { entry: { header: { seq: number } } }).entry.header;
  const drafted = ledger.drafters(home.delegation, draft);
  const [submitted, cleared] = [home.head, home.head];
  ledger.entries.set(submission.id, {
    seq,
    delegation: home.delegation,
    capacity: "national",
    submitted,
    cleared,
    drafted,
    submission,
  });
};
