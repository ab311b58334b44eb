/** Mistakes by which something would reach somebody: each a change of the server's own text. */
import type { Mistake } from "../mistake.ts";

export const LEAKS: Record<string, Mistake[]> = {
  /** Record rooms hold entries as they are stored. */
  "record-room-in-full": [
    {
      file: "server/live/record-room.ts",
      says: "canonicalJson(publicForm(entry))",
      instead: "canonicalJson(entry)",
    },
  ],
  /** What a delegation writes goes out on every socket. */
  "drafts-to-everyone": [
    {
      file: "server/live/member.ts",
      says: "export class Member {",
      instead: "export const everybody = new Set<Member>();\nexport class Member {",
    },
    {
      file: "server/live/member.ts",
      says: "this.writes = writes;",
      instead: "this.writes = writes;\neverybody.add(this);",
    },
    {
      file: "server/live/draft-room.ts",
      says: "import type { Member }",
      instead: "import { everybody, type Member }",
    },
    {
      file: "server/live/draft-room.ts",
      says: "for (const member of this.members) member.send(frame);",
      instead: "for (const member of everybody) member.send(frame);",
    },
  ],
  "provenance-to-everyone": [
    {
      file: "deliberation/view.ts",
      says: "if (entry.provenance === undefined || !readsProvenance(entry, viewer)) return seen;",
      instead: "",
    },
  ],
  "correction-heard-wider": [
    {
      file: "deliberation/audience.ts",
      says: "return audienceOfEntry(state, submission.content.entry);",
      instead: 'return "everyone";',
    },
  ],
  /** Who asks with an id that is taken is shown what took it. */
  "refusal-tells-the-entry": [
    {
      file: "deliberation/admit.ts",
      says: 'existing : refuse("id-taken")',
      instead: 'existing : refuse("id-taken", JSON.stringify(existing.body))',
    },
  ],
  "readers-read-drafts": [{ file: "deliberation/may.ts", says: " && !isReader(seat);", instead: ";" }],
  "words-in-the-log": [
    {
      file: "server/api/submissions.ts",
      says: 'const submission = c.req.valid("json");',
      instead: 'const submission = c.req.valid("json");\nlog.debug({ submission }, "asked");',
    },
  ],
  /** Who drafts is counted with those who follow the record. */
  "drafters-are-counted": [
    { file: "server/live/rooms.ts", says: 'address.room !== "record" || seat.as', instead: "seat.as" },
  ],
  "group-room-to-anybody": [
    { file: "deliberation/may.ts", says: "group.members.includes(seat.delegation);", instead: "true;" },
  ],
  "podium-to-anybody": [
    {
      file: "deliberation/may.ts",
      says: 'case "podium.write":\n      return seat.as === "facilitator";',
      instead: 'case "podium.write":\n      return true;',
    },
  ],
  "late-words-at-once": [
    {
      file: "deliberation/audience.ts",
      says: 'return content.late ? narrower("facilitators", heard) : heard;',
      instead: "return heard;",
    },
  ],
  "disposition-heard-wider": [
    {
      file: "deliberation/audience.ts",
      says: "return audienceOfEntry(state, submission.answers[0]?.to[0]?.entry ?? (0 as Seq));",
      instead: 'return "everyone";',
    },
  ],
  /** The secretariat reads whose words without attribution are, as it does of all others. */
  "secretariat-knows-nobodys": [
    {
      file: "deliberation/view.ts",
      says: "return entry.body !== undefined && !isUnattributed(entry.body);",
      instead: "return entry.body !== undefined;",
    },
  ],
};
