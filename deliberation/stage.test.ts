import { expect, test } from "vitest";
import { contentHash } from "./canonical.ts";
import { fieldKey, type PlainDrafts, readDraft, SUBMITTED_FIELD, saidSoFar } from "./draft.ts";
import { DraftId } from "./ids.ts";
import { isRefusal } from "./refusal.ts";
import { stageField, stageOf } from "./stage.ts";
import { Submission } from "./submission.ts";
import { head, World } from "./testing/world.ts";
import { waitingDrafts } from "./waiting-drafts.ts";

const POSITION = DraftId.parse("position.17-1");
const NOTE = DraftId.parse("note.00000000-0000-4000-8000-000000000001");
const STAGE = fieldKey(POSITION, "stage");

function room(): PlainDrafts {
  return {
    drafts: { [fieldKey(POSITION, "stance")]: "support", [fieldKey(POSITION, "lang")]: "en" },
    texts: { [`words/${POSITION}`]: "As sent." },
  };
}

test("[C8] what is ready is the words it was sent with: a change is said, and undone is no change", () => {
  const plain = room();
  expect(stageOf(plain, POSITION)).toBe("drafting");
  plain.drafts[STAGE] = stageField(plain, POSITION, "awaiting-instructions");
  expect(stageOf(plain, POSITION)).toBe("awaiting-instructions");
  plain.drafts[STAGE] = stageField(plain, POSITION, "ready");
  expect(stageOf(plain, POSITION)).toBe("ready");
  plain.texts[`words/${POSITION}`] = "As sent?";
  expect(stageOf(plain, POSITION)).toBe("changed-since-ready");
  plain.texts[`words/${POSITION}`] = "As sent.";
  plain.drafts[fieldKey(POSITION, "stance")] = "reservation";
  expect(stageOf(plain, POSITION)).toBe("changed-since-ready");
  plain.drafts[fieldKey(POSITION, "stance")] = "support";
  expect(stageOf(plain, POSITION)).toBe("ready");
});

test("[C8] once submitted, what is typed on is being drafted; nothing at all is not ready", () => {
  const plain = room();
  plain.drafts[STAGE] = stageField(plain, POSITION, "ready");
  plain.drafts[fieldKey(POSITION, SUBMITTED_FIELD)] = `20:${saidSoFar(plain, POSITION)}`;
  plain.texts[`words/${POSITION}`] = "More.";
  expect(stageOf(plain, POSITION)).toBe("drafting");
  expect(stageField({ drafts: {}, texts: {} }, POSITION, "ready")).toBeNull();
});

test("[C8] whatever a colleague's browser wrote into the field or beside it, the stage is read", () => {
  for (const odd of [null, 3, "", "ready", "ready:", "submitted", {}, Number.NaN]) {
    expect(stageOf({ ...room(), drafts: { ...room().drafts, [STAGE]: odd } }, POSITION)).toBe("drafting");
  }
  const unreadable = room();
  unreadable.drafts[STAGE] = stageField(unreadable, POSITION, "ready");
  unreadable.drafts[fieldKey(POSITION, "lang")] = Number.NaN;
  expect(stageOf(unreadable, POSITION)).toBe("changed-since-ready");
});

test("[C9] an internal note is no content, whatever its fields say, waits for nobody, and is never ready", () => {
  const world = World.opened();
  const plain: PlainDrafts = {
    drafts: {
      ...{ [fieldKey(NOTE, "target")]: '{"on":"report"}', [fieldKey(NOTE, "lang")]: "en" },
      ...{ [fieldKey(NOTE, "stance")]: "support", [fieldKey(NOTE, "entry")]: 3 },
    },
    texts: { [`words/${NOTE}`]: "Between us." },
  };
  expect(readDraft(plain, NOTE, world.state, world.now)).toEqual({ missing: "internal-note" });
  expect(waitingDrafts(plain, [], world.state, world.now)).toEqual([]);
  expect(stageField(plain, NOTE, "ready")).toBeNull();
});

test("[C9] the judge refuses a note even where the store held a clearance of just its words", () => {
  const world = World.opened();
  const content = world.comment();
  const asked = { id: world.newId(), kind: "comment.made", draft: NOTE, content };
  expect(Submission.safeParse(asked).success).toBe(false);
  const clearance = world.clearance("alder", NOTE, contentHash(content));
  const answer = world.submits(asked as Submission, head("alder"), clearance);
  expect(answer).toEqual({ refused: "internal-note" });
  const allowed = Submission.parse({ ...asked, draft: NOTE.replace("note.", "comment.") });
  const cleared = world.clearance(
    "alder",
    DraftId.parse(NOTE.replace("note.", "comment.")),
    contentHash(content),
  );
  expect(isRefusal(world.submits(allowed, head("alder"), cleared) as object)).toBe(false);
});
