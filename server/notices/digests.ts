/**
 * Digests by e-mail: looked at every minute, begun in the store before anything leaves, each sent at most once. A mail
 * server that refuses is asked again; nothing else waits for it.
 */
import { publicStateFor } from "#db/follow";
import {
  type Addressee,
  addressees,
  beginAgain,
  beginDigest,
  type Digest,
  endDigest,
  failedDigests,
  lastDigest,
  markLookedAt,
  noticeSettingsOf,
} from "#db/notices";
import type { Store } from "#db/open";
import { headOf, readEntries } from "#db/record";
import { type Reminder, remindersAfter } from "#db/reminders";
import { reportList } from "#db/reports";
import { ideasWithoutPosition } from "#deliberation/count";
import type { Instant, ReportId, Seq } from "#deliberation/ids";
import { isDigestDue, isNotice, roundClosingWithinDay } from "#deliberation/notice";
import { doesTakePart } from "#deliberation/participation";
import { isWithoutAttribution } from "#deliberation/unattributed";
import { publicForm } from "#deliberation/view";
import { type Asked, closingMail, digestOf, type Mail, reminderMail } from "#formats/digest";
import { serverTime } from "../keeper.ts";
import type { Post, Posted } from "./post.ts";

const EVERY_MS = 60_000;
/** Each waits longer than the one before: the last is made a day and a half later. */
const MOST_ATTEMPTS = 45;
/** Entries a digest looks at; who stayed away from so many reads them on the site. */
const MOST_ENTRIES = 2_000;

/** A reminder that could not be sent for so long is left. */
const REMINDED_MS = 3 * 24 * 3_600_000;

interface Parts {
  store: Store;
  post: Post;
  origin: string;
}

/** @returns a function that stops the looking. */
export function startDigests(parts: Parts, failed: (error: unknown) => void): () => void {
  let looking = false;
  const look = () => {
    if (looking) return;
    looking = true;
    sendDueDigests(parts, serverTime())
      .catch(failed)
      .finally(() => {
        looking = false;
      });
  };
  const timer = setInterval(look, EVERY_MS);
  look();
  return () => {
    clearInterval(timer);
    parts.post.close();
  };
}

export async function sendDueDigests(parts: Parts, at: Instant): Promise<void> {
  const { store } = parts;
  for (const report of reportList(store)) {
    const reminders = lately(store, report, at);
    for (const to of addressees(store, at)) {
      const sent = [
        await regular(parts, to, report, at),
        await beforeClosing(parts, to, report, at),
        ...(await reminded(parts, to, report, reminders, at)),
      ];
      // A mail server that is away is not asked six hundred times a minute.
      if (sent.includes("unreachable")) return;
    }
  }
  for (const digest of failedDigests(store)) {
    if ((await again(parts, digest, at)) === "unreachable") return;
  }
}

/** [E3] [E5] @returns what became of it, when something was sent. */
async function regular(parts: Parts, to: Addressee, report: ReportId, at: Instant): Promise<Posted | null> {
  const { store } = parts;
  const head = headOf(store, report).seq;
  const last = lastDigest(store, to.seat, report, "regular");
  const { frequency } = noticeSettingsOf(store, to.person);
  // Whoever is new here, or wanted none so far, is told what comes from now on.
  if (last === null || frequency === "never") {
    if (last?.upTo !== head) markLookedAt(store, { seat: to.seat, report, after: head, upTo: head, at });
    return null;
  }
  if (!isDigestDue(frequency, last.at, at)) return null;
  const digest = { seat: to.seat, report, kind: "regular", after: last.upTo, upTo: head, at };
  const mail = head === last.upTo ? null : compose(parts, to, digest, at);
  if (mail !== null) return send(parts, to, { ...digest, state: "sending", attempts: 0 }, mail);
  markLookedAt(store, digest);
  return null;
}

async function beforeClosing(
  parts: Parts,
  to: Addressee,
  report: ReportId,
  at: Instant,
): Promise<Posted | null> {
  const round = roundClosingWithinDay(publicStateFor(parts.store, report), at);
  // The deadline is part of it: one that was moved is told of again.
  const kind = `closing-${round?.id}-${round?.closesAt.replaceAll(/\D/g, "")}`;
  if (round === null || lastDigest(parts.store, to.seat, report, kind) !== null) return null;
  const digest = unnumbered(to, report, kind, at);
  const mail = compose(parts, to, digest, at);
  return mail === null ? null : send(parts, to, digest, mail);
}

/** [E8] */
async function reminded(
  parts: Parts,
  to: Addressee,
  report: ReportId,
  reminders: readonly Reminder[],
  at: Instant,
): Promise<(Posted | null)[]> {
  const sent: (Posted | null)[] = [];
  for (const reminder of reminders) {
    const kind = `reminder-${reminder.id}`;
    if (!isTo(reminder, to) || lastDigest(parts.store, to.seat, report, kind) !== null) continue;
    const digest = unnumbered(to, report, kind, at);
    const mail = compose(parts, to, digest, at);
    sent.push(mail === null ? null : await send(parts, to, digest, mail));
  }
  return sent;
}

/** Reminders of the last days, to whomever. */
function lately(store: Store, report: ReportId, at: Instant): Reminder[] {
  return remindersAfter(store, report, new Date(Date.parse(at) - REMINDED_MS).toISOString() as Instant);
}

/** Who was seated after a reminder was not reminded by it. */
function isTo({ delegation, at }: Reminder, to: Addressee): boolean {
  return delegation === to.delegation && at >= to.from;
}

/** A digest that tells of no entries. */
function unnumbered(to: Addressee, report: ReportId, kind: string, at: Instant): Digest {
  const none = 0 as Seq;
  return { seat: to.seat, report, kind, after: none, upTo: none, at, state: "sending", attempts: 0 };
}

async function again(parts: Parts, digest: Digest, at: Instant): Promise<Posted | null> {
  const waits = digest.attempts ** 2 * 60_000;
  if (Date.parse(at) - Date.parse(digest.at) < waits) return null;
  const to = addressees(parts.store, at).find(({ seat }) => seat === digest.seat);
  const mail = to === undefined ? null : compose(parts, to, digest, at);
  if (to === undefined || mail === null) endDigest(parts.store, digest, "nothing");
  else if (beginAgain(parts.store, digest)) return post(parts, to, digest, mail);
  return null;
}

async function send(parts: Parts, to: Addressee, digest: Digest, mail: Mail): Promise<Posted | null> {
  return beginDigest(parts.store, digest) ? post(parts, to, digest, mail) : null;
}

async function post({ store, post }: Parts, to: Addressee, digest: Digest, mail: Mail): Promise<Posted> {
  const { lang } = noticeSettingsOf(store, to.person);
  const id = `${digest.report}.${digest.kind}.${digest.upTo}.${digest.seat}`;
  const posted = await post.send({ to, ...mail, lang, id });
  const again = posted === "refused" || posted === "unreachable";
  const failed = again && digest.attempts + 1 < MOST_ATTEMPTS;
  endDigest(store, digest, posted === "sent" ? "sent" : failed ? "failed" : "unknown");
  return posted;
}

/**
 * [E4] An e-mail travels: it is made of what everybody seated may read, whoever it goes to. Null when there is nothing
 * to tell this person, by the settings as they are now.
 */
function compose(
  { store, origin }: Parts,
  to: Addressee,
  digest: Pick<Digest, "report" | "kind" | "after" | "upTo">,
  at: Instant,
): Mail | null {
  const { scope, frequency, lang } = noticeSettingsOf(store, to.person);
  if (scope === "none" || frequency === "never") return null;
  const { delegation } = to;
  const state = publicStateFor(store, digest.report);
  const asked: Asked = { report: digest.report, state, delegation, lang, origin };
  if (digest.kind.startsWith("reminder-")) {
    const reminder = lately(store, digest.report, at).find(
      (one) => digest.kind === `reminder-${one.id}` && isTo(one, to),
    );
    return reminder === undefined ? null : reminderMail(reminder, asked);
  }
  if (digest.kind !== "regular") return closing(asked, at);
  const told = readEntries(store, digest.report, digest.after, MOST_ENTRIES)
    .filter(({ header }) => header.seq <= digest.upTo)
    .map(publicForm)
    .filter((entry) => isNotice(state, entry, delegation, scope));
  return told.length === 0 ? null : digestOf(told, asked);
}

function closing(asked: Asked, at: Instant): Mail | null {
  const round = roundClosingWithinDay(asked.state, at);
  if (round === null || asked.delegation === null) return null;
  const without = ideasWithoutPosition(asked.state, asked.delegation).length;
  // [Q4] What it stated there is not known here, and no e-mail may tell: it is told of the day alone.
  if (isWithoutAttribution(asked.state, round.id)) {
    const isFormer = asked.state.delegations[asked.delegation]?.kind === "former";
    const isTold = !isFormer && doesTakePart(asked.state, asked.delegation);
    return isTold ? closingMail(round, null, asked) : null;
  }
  return without === 0 ? null : closingMail(round, without, asked);
}
