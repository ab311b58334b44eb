/** A record on the project's first report, with its own paragraphs and ideas, for papers that hold the text. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { paragraphsOf, Report } from "#deliberation/report";
import { runningText } from "#deliberation/selected-words";
import { facilitator, seqOf, World } from "../../deliberation/testing/world.ts";

const seed = path.join(import.meta.dirname, "../../db/seed");

export const SOURCE = readFileSync(path.join(seed, "a-63-677.zh.txt"), "utf8");

export function seededReport(): Report {
  return Report.parse(JSON.parse(readFileSync(path.join(seed, "a-63-677.zh.json"), "utf8")));
}

export interface Passage {
  id: string;
  sub: string | null;
  quote: string;
}

/** All 108 passages. */
export function seededPassages(): Passage[] {
  return JSON.parse(readFileSync(path.join(seed, "policy-ideas.a-63-677.json"), "utf8")).ideas;
}

/** All ideas identified, and of everything that may be said at least one. */
export function consideredReport(): World {
  const paragraphs = new Map(paragraphsOf(seededReport()).map((one) => [one.key, runningText(one)]));
  const world = new World((key) => paragraphs.get(key) ?? null);
  const opening = { session: 63, agendaItem: 44, title: { en: "Item" }, demonstration: true };
  world.enters({ kind: "item.opened", ...opening });
  world.publishes(1, [...paragraphs.keys()]);
  for (const { id, sub, quote } of seededPassages()) {
    const item = sub === null ? null : `${id.split("-")[0]}.${sub.replace(/[()]/g, "")}`;
    world.enters({ kind: "idea.identified", idea: id, item, quote, provisional: true });
  }
  for (const delegation of ["alder", "birch", "cedar"]) world.admits(delegation, "member");
  world.admits("willow", "observer");
  world.enters({ kind: "group.formed", group: "grove", names: { en: "Grove" } });
  world.opens("1", "2026-11-27T23:00:00.000Z");
  speak(world);
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  return world;
}

function speak(world: World): void {
  world.states("alder", "17-1", "support", { words: 'As <stated> & "meant".\nTwice.' });
  const preferred = seqOf(
    world.states("birch", "17-1", "support-with-wording", { words: "نؤيد ذلك", lang: "ar" }),
  );
  world.states("alder", "17-1", "reservation", { words: "Withdrawn in the end." });
  world.states("alder", "71-1", "does-not-support");
  const asked = seqOf(world.comments("cedar", { commentKind: "question", words: "Which ones?" }));
  world.comments("alder", { replyTo: asked, words: "All of them." });
  const hasty = seqOf(world.comments("willow", { target: { on: "report" }, words: "Words taken back." }));
  world.comments("willow", { target: { on: "paragraph", paragraph: "A3" }, words: "On the annex." });
  world.comments("birch", { audience: "facilitators", words: "Sealed words." });
  world.withdraws("willow", "comment.withdrawn", hasty);
  world.aligns("cedar", preferred, { words: "With an addition." });
  world.associates("alder", preferred);
  world.dissociates("willow", { on: "paragraph", paragraph: "45" });
  const last = world.state.positions["17-1"]?.alder?.at(-1);
  world.withdraws("alder", "position.withdrawn", last?.seq ?? 0);
  world.states("birch", "45-1", "support");
  world.enters({ kind: "idea.withdrawn", idea: "45-1", reason: "Not bold." });
}
