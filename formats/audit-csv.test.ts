import { expect, test } from "vitest";
import { type AuditLine, auditCsv } from "./audit-csv.ts";
import { invitationMail } from "./invitation-mail.ts";
import { PAPER_LANGS } from "./paper-words.ts";
import { PEOPLE_WORDS } from "./people-words.ts";

const GIVEN: AuditLine = {
  ...{
    id: 7,
    at: "2026-11-20T10:00:00.000Z",
    act: "seat.given",
    by: null,
    delegation: "Alder",
    person: "=Ann",
  },
  details: {
    ...{ as: "delegation", function: "drafter", from: "2026-11-20T10:00:00.000Z", until: null },
    ...{ document: "NV/2026/41", documentOn: "2026-11-19" },
  },
  reason: 'Note, with "quotes".',
};

test("[D28] the audit's table has every column filled or empty in its place, and no cell runs", () => {
  for (const lang of PAPER_LANGS) {
    const words = PEOPLE_WORDS[lang];
    expect(words.columns).toHaveLength(16);
    const [head, row] = auditCsv([GIVEN], lang).replace("\uFEFF", "").split("\r\n");
    expect(head?.split(",")).toHaveLength(16);
    const cells = [
      ...["7", GIVEN.at, "seat.given", words.acts["seat.given"], words.secretariat, "Alder", "'=Ann", ""],
      ...[words.functions.drafter, "", GIVEN.at, "", "", "NV/2026/41", "2026-11-19"],
    ];
    expect(row).toBe(`${cells.join(",")},"Note, with ""quotes""."`);
  }
  const locked: AuditLine = { ...GIVEN, act: "sign-in.locked", details: { email: "a@b.test" }, reason: null };
  expect(auditCsv([locked], "en").split("\r\n")[1]?.split(",").slice(4, 8)).toEqual([
    "",
    "Alder",
    "'=Ann",
    "a@b.test",
  ]);
});

test("[E6] [D24] the letter names the seat, the inviter and the link, in every language", () => {
  for (const lang of PAPER_LANGS) {
    const { subject, text } = invitationMail({
      place: { as: "delegation", delegation: "alder" as never, function: "drafter" },
      ...{ delegation: "Alder", inviter: null, link: "http://localhost/invitation/t0ken" },
      ...{ expiresAt: "2026-12-04T17:00:00.000Z", demonstration: true, lang },
    });
    expect(subject).toContain("Alder");
    for (const part of [PEOPLE_WORDS[lang].functions.drafter, "http://localhost/invitation/t0ken", "2026"])
      expect(text).toContain(part);
    expect(text.toLowerCase()).toContain(PEOPLE_WORDS[lang].secretariat.toLowerCase());
    expect(subject + text).not.toMatch(/[{}]/);
  }
});
