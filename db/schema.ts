/** The tables. Whatever a count or paper depends on is an entry; the rest here is persons, sign-ins and drafts. */
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** One row per fact about the installation itself: `epoch`; `alive`, when a server last noted that it runs; `rights`, raised by triggers when a right may have changed. */
export const installation = sqliteTable("installation", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});

/** Language versions of reports, named by hash in `text.published`. Never changed once written. */
export const texts = sqliteTable(
  "texts",
  {
    report: text("report").notNull(),
    version: integer("version").notNull(),
    hash: text("hash").notNull(),
    json: text("json").notNull(),
  },
  (t) => [primaryKey({ columns: [t.report, t.version] })],
);

/** The last entry of each report; locked first by every append. */
export const heads = sqliteTable("heads", {
  report: text("report").primaryKey(),
  seq: integer("seq").notNull(),
  hash: text("hash").notNull(),
});

/** The record: append-only, by triggers against UPDATE, DELETE and INSERT OR REPLACE. */
export const entries = sqliteTable(
  "entries",
  {
    report: text("report").notNull(),
    seq: integer("seq").notNull(),
    /** The sender's id; answers repeats. */
    submission: text("submission").notNull(),
    header: text("header").notNull(),
    body: text("body").notNull(),
    bodySalt: text("body_salt").notNull(),
    provenance: text("provenance").notNull(),
    provenanceSalt: text("provenance_salt").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.report, t.seq] }),
    uniqueIndex("entries_submission").on(t.report, t.submission),
  ],
);

/** Signed checkpoints, one every hundred entries; never changed or deleted. */
export const checkpoints = sqliteTable(
  "checkpoints",
  {
    report: text("report").notNull(),
    epoch: text("epoch").notNull(),
    seq: integer("seq").notNull(),
    json: text("json").notNull(),
  },
  (t) => [primaryKey({ columns: [t.report, t.epoch, t.seq] })],
);

/** Passages the secretariat may accept as ideas; not ideas yet, seen by it alone. */
export const candidates = sqliteTable(
  "candidates",
  {
    report: text("report").notNull(),
    idea: text("idea").notNull(),
    json: text("json").notNull(),
  },
  (t) => [primaryKey({ columns: [t.report, t.idea] })],
);

/** What became of candidates by the secretariat's hand; never changed, the latest of a candidate holds. */
export const candidateDecisions = sqliteTable("candidate_decisions", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  report: text("report").notNull(),
  idea: text("idea").notNull(),
  /** `rejected`, or `open` again; `split` or `merged`, then with what came of it (JSON). */
  decision: text("decision").notNull(),
  shape: text("shape"),
  person: text("person").notNull(),
  at: text("at").notNull(),
});

/** Unofficial titles and glosses: help on screen only, never in papers. */
export const titles = sqliteTable(
  "titles",
  {
    report: text("report").notNull(),
    idea: text("idea").notNull(),
    json: text("json").notNull(),
  },
  (t) => [primaryKey({ columns: [t.report, t.idea] })],
);

export const persons = sqliteTable("persons", {
  id: text("id").primaryKey(),
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  /** `scrypt$N$r$p$salt$hash`, base64url. */
  password: text("password").notNull(),
});

/** A person's place, with dates. Without a delegation: facilitator, administrator, reviewer. */
export const seats = sqliteTable(
  "seats",
  {
    id: text("id").primaryKey(),
    person: text("person")
      .notNull()
      .references(() => persons.id),
    as: text("as").notNull(),
    delegation: text("delegation"),
    function: text("function"),
    from: text("from").notNull(),
    until: text("until"),
    /** The note verbale or decision it was given by, and its day; null on seats from before they were cited. */
    document: text("document"),
    documentOn: text("document_on"),
    /** Persons who gave it and ended it; null for what the secretariat did by the command line. */
    givenBy: text("given_by"),
    endedBy: text("ended_by"),
  },
  (t) => [index("seats_person").on(t.person)],
);

/** Links by which a person comes to a seat. The token is kept as its hash alone: nobody reads a link out of the store. */
export const invitations = sqliteTable(
  "invitations",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    email: text("email").notNull(),
    as: text("as").notNull(),
    delegation: text("delegation"),
    function: text("function"),
    /** From acceptance on; until null: until further notice. */
    until: text("until"),
    document: text("document"),
    documentOn: text("document_on"),
    invitedBy: text("invited_by"),
    /** The delegation whose head invited; null where it was the secretariat. */
    invitedFor: text("invited_for"),
    at: text("at").notNull(),
    expiresAt: text("expires_at").notNull(),
    acceptedAt: text("accepted_at"),
    acceptedBy: text("accepted_by"),
    seat: text("seat"),
    revokedAt: text("revoked_at"),
    revokedBy: text("revoked_by"),
  },
  (t) => [index("invitations_delegation").on(t.delegation)],
);

/** Credentials that are or were contested, of a delegation or of one person; seats are suspended while a row is not lifted. */
export const contests = sqliteTable(
  "contests",
  {
    id: text("id").primaryKey(),
    delegation: text("delegation"),
    person: text("person"),
    document: text("document").notNull(),
    documentOn: text("document_on").notNull(),
    at: text("at").notNull(),
    by: text("by"),
    liftedAt: text("lifted_at"),
    liftedBy: text("lifted_by"),
    liftedDocument: text("lifted_document"),
    liftedDocumentOn: text("lifted_document_on"),
  },
  (t) => [index("contests_delegation").on(t.delegation), index("contests_person").on(t.person)],
);

/** Every act on persons, seats and credentials: append-only, by triggers against UPDATE, DELETE and INSERT OR REPLACE. */
export const audit = sqliteTable(
  "audit",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    at: text("at").notNull(),
    /** Null for the command line and the demonstration. */
    by: text("by"),
    act: text("act").notNull(),
    /** Whose affair it is; null where it is no delegation's. */
    delegation: text("delegation"),
    /** Whom it is about, where that person is known here. */
    person: text("person"),
    /** JSON: what was given, until when, by which document. */
    details: text("details").notNull(),
    reason: text("reason"),
  },
  (t) => [index("audit_delegation").on(t.delegation, t.id)],
);

/** Clearing and submitting, given to named persons with dates. */
export const rights = sqliteTable(
  "rights",
  {
    seat: text("seat")
      .notNull()
      .references(() => seats.id),
    right: text("right").notNull(),
    from: text("from").notNull(),
    until: text("until"),
    /** Persons who gave it and ended it; null for what the secretariat did by the command line. */
    givenBy: text("given_by"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.seat, t.right, t.from] })],
);

/** The session cookie holds only such a row's id, so that a sign-in can be revoked. */
export const signIns = sqliteTable("sign_ins", {
  id: text("id").primaryKey(),
  person: text("person")
    .notNull()
    .references(() => persons.id),
  seat: text("seat")
    .notNull()
    .references(() => seats.id),
  createdAt: text("created_at").notNull(),
  expiresAt: text("expires_at").notNull(),
  revokedAt: text("revoked_at"),
});

/** Failed attempts per address and per source. */
export const throttle = sqliteTable("throttle", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  since: text("since").notNull(),
});

/** Draft rooms: a snapshot, then the updates since. `room` is `<report>/<delegation>`. */
export const draftSnapshots = sqliteTable("draft_snapshots", {
  room: text("room").primaryKey(),
  state: blob("state", { mode: "buffer" }).notNull(),
  hash: text("hash").notNull().default(""),
});

export const draftUpdates = sqliteTable(
  "draft_updates",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    room: text("room").notNull(),
    update: blob("update", { mode: "buffer" }).notNull(),
    /** SHA-256 of the bytes: damage that still reads as an update is found too. Empty on rows from before it was kept. */
    hash: text("hash").notNull().default(""),
  },
  (t) => [index("draft_updates_room").on(t.room, t.id)],
);

/** What of a draft room could not be read any more: set aside as it was, never deleted by itself. */
export const draftDamaged = sqliteTable("draft_damaged", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  room: text("room").notNull(),
  bytes: blob("bytes", { mode: "buffer" }).notNull(),
  at: text("at").notNull(),
});

/** What drafts said earlier: before a colleague took words away, or when they were cleared. Erased with the draft. */
export const draftVersions = sqliteTable(
  "draft_versions",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    room: text("room").notNull(),
    draft: text("draft").notNull(),
    at: text("at").notNull(),
    person: text("person").notNull(),
    why: text("why").notNull(),
    words: text("words").notNull(),
    wording: text("wording").notNull(),
  },
  (t) => [index("draft_versions_draft").on(t.room, t.draft, t.id)],
);

/** Which person owns a Yjs client id of a draft room; first use claims it. */
export const draftClients = sqliteTable(
  "draft_clients",
  {
    room: text("room").notNull(),
    client: integer("client").notNull(),
    person: text("person").notNull(),
  },
  (t) => [primaryKey({ columns: [t.room, t.client] })],
);

/** Who wrote in a draft: becomes `drafted` in the provenance. */
export const draftAuthors = sqliteTable(
  "draft_authors",
  {
    room: text("room").notNull(),
    draft: text("draft").notNull(),
    person: text("person").notNull(),
  },
  (t) => [primaryKey({ columns: [t.room, t.draft, t.person] })],
);

/**
 * Files that statements came in, as they were brought. Of the delegation (or the secretariat) alone until an entry of
 * its own names the file's hash.
 */
export const originals = sqliteTable(
  "originals",
  {
    report: text("report").notNull(),
    /** A delegation's key, or `@secretariat`. */
    owner: text("owner").notNull(),
    hash: text("hash").notNull(),
    /** The draft it was brought for: it is erased with it, unless it is named in the record by then. */
    draft: text("draft").notNull(),
    name: text("name").notNull(),
    /** The whole of a small file; of a larger one its beginning. */
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
    at: text("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.report, t.owner, t.hash] })],
);

/** How a large file goes on after its beginning: written before its row in `originals`, which is there when all is. */
export const originalPieces = sqliteTable(
  "original_pieces",
  {
    report: text("report").notNull(),
    owner: text("owner").notNull(),
    hash: text("hash").notNull(),
    /** From 1. */
    piece: integer("piece").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.report, t.owner, t.hash, t.piece] })],
);

/** The latest clearance of a draft; `content` is the canonical JSON that was shown. */
export const clearances = sqliteTable(
  "clearances",
  {
    report: text("report").notNull(),
    delegation: text("delegation").notNull(),
    draft: text("draft").notNull(),
    hash: text("hash").notNull(),
    content: text("content").notNull(),
    person: text("person").notNull(),
    at: text("at").notNull(),
    /** JSON: persons who had written in the draft by then. */
    drafted: text("drafted").notNull().default("[]"),
  },
  (t) => [primaryKey({ columns: [t.report, t.delegation, t.draft] })],
);

/** When a person was last at a report and how far the record had grown; what the visit before had reached. */
export const visits = sqliteTable(
  "visits",
  {
    person: text("person").notNull(),
    report: text("report").notNull(),
    seq: integer("seq").notNull(),
    at: text("at").notNull(),
    beforeSeq: integer("before_seq"),
    beforeAt: text("before_at"),
  },
  (t) => [primaryKey({ columns: [t.person, t.report] })],
);

/** Which notices a person wants; whoever has no row wants the usual ones. */
export const noticeSettings = sqliteTable("notice_settings", {
  person: text("person").primaryKey(),
  scope: text("scope").notNull(),
  frequency: text("frequency").notNull(),
  lang: text("lang").notNull(),
  heard: text("heard").notNull().default("concerns"),
});

/** Up to which entry a person has read the notices in the application. */
export const noticeReads = sqliteTable(
  "notice_reads",
  {
    person: text("person").notNull(),
    report: text("report").notNull(),
    seq: integer("seq").notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.report] })],
);

/** Digests by e-mail, each begun once: the row is there before anything leaves. */
export const digests = sqliteTable(
  "digests",
  {
    seat: text("seat").notNull(),
    report: text("report").notNull(),
    kind: text("kind").notNull(),
    after: integer("after").notNull(),
    upTo: integer("up_to").notNull(),
    at: text("at").notNull(),
    state: text("state").notNull(),
    attempts: integer("attempts").notNull(),
  },
  (t) => [primaryKey({ columns: [t.seat, t.report, t.kind, t.upTo] })],
);

/** Up to which entry a person has read each place of a report; `*` is every place, `report` the report as a whole. */
export const readMarks = sqliteTable(
  "read_marks",
  {
    person: text("person").notNull(),
    report: text("report").notNull(),
    place: text("place").notNull(),
    seq: integer("seq").notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.report, t.place] })],
);

/** Papers a person asked for, to be fetched again for some days; the bytes are a file named by `id`. */
export const madePapers = sqliteTable(
  "made_papers",
  {
    id: text("id").primaryKey(),
    person: text("person").notNull(),
    report: text("report").notNull(),
    /** Canonical JSON of what was asked for. */
    asked: text("asked").notNull(),
    /** `making`, `made` or `failed`. */
    state: text("state").notNull(),
    size: integer("size").notNull(),
    at: text("at").notNull(),
    until: text("until").notNull(),
  },
  (t) => [index("made_papers_person").on(t.person, t.report)],
);

/** Views of the matrix that a person gave a name, each by its address. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    person: text("person").notNull(),
    report: text("report").notNull(),
    name: text("name").notNull(),
    query: text("query").notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.report, t.name] })],
);

/** What a facilitator reminded a delegation of; told to each person seated there. */
export const reminders = sqliteTable(
  "reminders",
  {
    id: text("id").notNull(),
    report: text("report").notNull(),
    delegation: text("delegation").notNull(),
    person: text("person").notNull(),
    at: text("at").notNull(),
    words: text("words").notNull(),
    lang: text("lang").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.delegation] }),
    index("reminders_of").on(t.report, t.delegation, t.at),
  ],
);

/** Which idea the facilitators show on the projector of a report; null when none. */
export const projectors = sqliteTable("projectors", {
  report: text("report").primaryKey(),
  idea: text("idea"),
});
