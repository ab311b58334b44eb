/** One entry as a sentence: number, time, who, what, with a link to it. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Body, SeenEntry } from "#deliberation/entry";
import type { Instant, ReportId } from "#deliberation/ids";
import { isolated } from "#deliberation/isolated";
import { isLate } from "#deliberation/late";
import { namesAt } from "#deliberation/standing";
import { placeOf, type State } from "#deliberation/state";
import { called } from "./called.ts";

export function EntryLine({ id, entry, state }: { id: ReportId; entry: SeenEntry; state: State }) {
  const format = useFormatter();
  const { seq, at } = entry.header;
  return (
    <>
      <a className="seq" href={`/reports/${id}/entries/${seq}`}>
        <bdi translate="no">{seq}</bdi>
      </a>{" "}
      <time className="mute small" dateTime={at}>
        {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
      </time>{" "}
      <span className="what">
        <EntrySentence entry={entry} state={state} />
      </span>
    </>
  );
}

/** What an entry says, in the reader's language and with the names of its day; a sealed one says only that it is there. */
export function EntrySentence({ entry, state }: { entry: SeenEntry; state: State }) {
  const { body, header } = entry;
  const how = { t: useTranslations(), locale: useLocale(), format: useFormatter() };
  const words: Words = { ...how, state, at: header.at };
  if (body === undefined) return words.t("entry.sealed");
  const said = sentence(body, words);
  return isLate(body) ? words.t("late.entry.sealed", { said }) : said;
}

interface Words {
  t: ReturnType<typeof useTranslations<never>>;
  locale: string;
  format: ReturnType<typeof useFormatter>;
  state: State;
  /** Whose names of that moment are shown. */
  at: Instant;
}

function sentence(body: Body, words: Words): string {
  const { t, locale, format, state, at } = words;
  const name = (key: string | null): string => {
    const one = key === null ? undefined : state.delegations[key];
    const names: Record<string, string> = one === undefined ? {} : namesAt(one, at);
    return names[locale] ?? names.en ?? key ?? t(`capacity.${body.by.capacity}`);
  };
  const who = name(body.by.delegation);
  const day = (on: string) => format.dateTime(new Date(on), { dateStyle: "medium", timeZone: "UTC" });
  switch (body.kind) {
    case "position.stated":
      return t("entry.position-stated", { who, idea: body.idea, stance: t(`stance.${body.stance}`) });
    case "unattributed.stated":
      return t("unattributed.entry.stated", { idea: body.idea, stance: t(`stance.${body.stance}`) });
    case "unattributed.withdrawn":
      return t("unattributed.entry.withdrawn", { entry: body.entry });
    case "unattributed.commented":
    case "comment.made": {
      const { target } = body;
      const on = called(placeOf(target)) || (state.text?.symbol ?? "");
      return body.kind === "comment.made"
        ? t("entry.comment-made", { who, on })
        : t("unattributed.entry.commented", { on });
    }
    case "speaking.granted":
      return t("entry.speaking-granted", { name: name(body.delegation), group: name(body.group) });
    case "participation.declared":
      return t(`participation.entry.${body.takesPart ? "again" : "out"}`, { who });
    case "group.rule.registered":
      return t("entry.group-rule-registered", { group: name(body.group) });
    case "dissociation.declared": {
      const { target } = body;
      if (body.entry !== undefined) return t("entry.dissociation-from", { who, entry: body.entry });
      if (target.on === "statement")
        return t(
          target.passage === undefined ? "entry.dissociation-from" : "entry.dissociation-from-passage",
          { who, entry: target.entry },
        );
      return t("entry.dissociation-declared", {
        who,
        on: called(placeOf(target)),
      });
    }
    case "statement.made":
    case "statement.received": {
      const author = body.kind === "statement.received" ? body.delegation : (body.onBehalfOf ?? null);
      return t(`entry.${body.kind === "statement.made" ? "statement-made" : "statement-received"}`, {
        who: author === null ? who : name(author),
        manner: body.manner,
        date: day(body.date),
      });
    }
    case "statement.withdrawn":
    case "statement.confirmed":
    case "alignment.declared":
    case "wording.associated":
    case "reply.exercised":
    case "declaration.withdrawn":
    case "position.withdrawn":
    case "comment.withdrawn":
    case "entry.corrected":
      return t(`entry.${body.kind.replace(".", "-")}`, { who, entry: body.entry });
    case "entry.annulled":
      return t("entry.entry-annulled", { by: body.by.capacity, entry: body.entry });
    case "idea.identified":
    case "idea.withdrawn":
      return t(`entry.${body.kind.replace(".", "-")}`, { idea: body.idea });
    case "delegation.admitted":
      return t("entry.delegation-admitted", { name: name(body.delegation) });
    case "delegation.renamed":
      return t("delegations.entry", {
        name: (body.names as Record<string, string>)[locale] ?? body.names.en ?? body.delegation,
      });
    case "delegation.standing.changed":
      return t("delegations.standingEntry", {
        name: name(body.delegation),
        standing: body.standing,
        since: day(body.since),
        citation: body.citation,
      });
    case "delegation.succeeded":
      return t("delegations.successionEntry", {
        name: name(body.delegation),
        successor: name(body.successor),
        manner: body.manner,
        since: day(body.since),
        citation: body.citation,
      });
    case "group.formed":
      return t("entry.group-formed", { name: name(body.group) });
    case "group.membership.changed":
      return t(`entry.group-${body.change}`, { name: name(body.delegation), group: name(body.group) });
    case "round.opened":
    case "round.closed":
      return t(`entry.${body.kind.replace(".", "-")}`, { round: body.round });
    case "round.planned":
      return t("rounds.entry.planned", {
        round: body.round,
        from: format.dateTime(new Date(body.opensAt), { dateStyle: "medium", timeStyle: "short" }),
        until: format.dateTime(new Date(body.closesAt), { dateStyle: "medium", timeStyle: "short" }),
      });
    case "plan.withdrawn":
      return t("rounds.entry.dropped", { round: body.round });
    case "round.extended":
    case "round.reopened":
      return t(`rounds.entry.${body.kind === "round.extended" ? "extended" : "reopened"}`, {
        round: body.round,
        time: format.dateTime(new Date(body.closesAt), { dateStyle: "medium", timeStyle: "short" }),
      });
    case "silence.started":
      return t("silence.entry.started", {
        ideas: format.list(body.ideas.map(isolated), { type: "unit" }),
        time: format.dateTime(new Date(body.closesAt), { dateStyle: "medium", timeStyle: "short" }),
      });
    case "silence.objected":
    case "silence.explained":
      return t(`silence.entry.${body.kind === "silence.objected" ? "objected" : "explained"}`, {
        who: body.onBehalfOf === undefined ? who : name(body.onBehalfOf),
        entry: body.entry,
      });
    case "silence.entered":
      return t("silence.entry.entered", {
        who: name(body.delegation),
        by: name(null),
        entry: body.entry,
        time: format.dateTime(new Date(body.receivedAt), { dateStyle: "medium", timeStyle: "short" }),
      });
    case "silence.moved":
      return t("silence.entry.moved", {
        entry: body.entry,
        time: format.dateTime(new Date(body.closesAt), { dateStyle: "medium", timeStyle: "short" }),
      });
    case "silence.announced":
    case "silence.cancelled":
      return t(`silence.entry.${body.kind === "silence.announced" ? "announced" : "cancelled"}`, {
        entry: body.entry,
      });
    case "silence.concluded":
      return t(`silence.entry.${body.outcome}`, { entry: body.entry });
    case "disposition.given":
      return t("disposition.entry.given", { who, count: body.answers.flatMap(({ to }) => to).length });
    case "disposition.answered":
      return t(`disposition.entry.${body.says}`, { who, entry: body.entry });
    case "summary.issued": {
      const { target } = body;
      return t("summary.entry", {
        on: target.on === "idea" ? target.idea : (state.text?.symbol ?? ""),
        round: body.round,
      });
    }
    case "text.published":
      return t("entry.text-published", { symbol: body.symbol, version: body.version });
    case "item.opened":
      return t("entry.item-opened", { session: body.session });
    case "late.admitted":
      return t("late.entry.admitted", { said: sentence(body.said, words), by: who, entry: body.entry });
    default:
      return body satisfies never;
  }
}
