import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { heldAt } from "#deliberation/by-seq";
import { headerHash } from "#deliberation/canonical";
import { asCorrected } from "#deliberation/compile";
import type { Body, SeenEntry } from "#deliberation/entry";
import { saidBy } from "#deliberation/late";
import { may } from "#deliberation/may";
import { scriptOf } from "#deliberation/script";
import type { Seat } from "#deliberation/seat";
import {
  isStanding,
  isStatementOf,
  isUnconfirmed,
  placeOfEntry,
  type State,
  wordsAt,
} from "#deliberation/state";
import { entriesOf, reportOf, stateOf } from "../../../../_data/report.ts";
import { seatedFor } from "../../../../_data/seated.ts";
import { Correct } from "../../../../_ui/Correct.tsx";
import { Declare } from "../../../../_ui/Declare.tsx";
import { Difference } from "../../../../_ui/Difference.tsx";
import { EntrySentence } from "../../../../_ui/EntryLine.tsx";
import { Said } from "../../../../_ui/Said.tsx";
import { ReportFrame } from "../../ReportFrame.tsx";
import { AnswersGiven } from "./AnswersGiven.tsx";
import { LateShown } from "./LateShown.tsx";
import { StatementSaidOf } from "./StatementSaidOf.tsx";
import { StatementShown } from "./StatementShown.tsx";

interface Props {
  params: Promise<{ report: string; seq: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { report, seq } = await params;
  return { title: `${seq} – ${reportOf(report).report.symbol}` };
}

/** One entry for good: what it says, when, and how it hangs in the chain. */
export default async function EntryPage({ params }: Props) {
  const { report: name, seq } = await params;
  const { id } = reportOf(name);
  const seated = await seatedFor("record.read", `/reports/${name}/entries/${seq}`);
  const number = Number(seq);
  const [entry] = Number.isInteger(number) && number > 0 ? entriesOf(id, seated.seat, number - 1, 1) : [];
  if (entry === undefined) notFound();
  const t = await getTranslations("entry");
  const format = await getFormatter();
  const state = stateOf(id, seated.seat);
  const { header } = entry;
  const own = seated.seat.as === "delegation" ? seated.seat.delegation : null;
  return (
    <ReportFrame name={name} seated={seated} view="history">
      <main id="main" className="page narrow">
        <h1>{t("title", { seq: header.seq })}</h1>
        <p className="lead">
          <EntrySentence entry={entry} state={state} />
        </p>
        <LateShown id={id} state={state} body={entry.body} seq={header.seq} own={own} />
        <EntryWords body={entry.body && (saidBy(entry.body) ?? entry.body)} state={state} />
        {await ownUnattributed(entry, seated.seat)}
        <OwnConfirmation state={state} seat={seated.seat} seq={header.seq} />
        <StatementAsMade entry={entry} state={state} />
        <StatementShown id={id} state={state} seq={header.seq} />
        {heldAt(state.statements, header.seq) !== undefined && (
          <StatementSaidOf entry={header.seq} place={placeOfEntry(state, header.seq) ?? ""} />
        )}
        {await correctionsOf(id, state, header.seq)}
        <p className="small">{await placeLink(id, entry)}</p>
        <dl className="facts small">
          <div>
            <dt>{t("at")}</dt>
            <dd>
              <time dateTime={header.at}>
                {format.dateTime(new Date(header.at), { dateStyle: "full", timeStyle: "long" })} · {header.at}
              </time>
            </dd>
          </div>
          <div>
            <dt>{t("hash")}</dt>
            <dd>
              <code className="hash">{headerHash(header)}</code>
            </dd>
          </div>
          <div>
            <dt>{t("previous")}</dt>
            <dd>
              <code className="hash">{header.prev}</code>
            </dd>
          </div>
        </dl>
        <OwnCorrection entry={entry} state={state} seat={seated.seat} />
      </main>
    </ReportFrame>
  );
}

/** [Q2] Said to its own delegation alone: the provenance comes to nobody else. */
async function ownUnattributed({ provenance }: SeenEntry, seat: Seat) {
  if (provenance?.author === undefined || seat.as !== "delegation") return null;
  const t = await getTranslations("unattributed");
  return provenance.author === seat.delegation ? <p className="small mute">{t("yours")}</p> : null;
}

/** The words as they were corrected since, each by an entry of its own. */
async function correctionsOf(id: string, state: State, seq: number) {
  const t = await getTranslations("correct");
  const statement = heldAt(state.statements, seq);
  const all = (wordsAt(state, seq) ?? statement)?.corrections;
  return all?.map((one, index) => (
    <div key={one.seq}>
      <p className="small mute">
        {t("by")} <a href={`/reports/${id}/entries/${one.seq}`}>{t("entry", { seq: one.seq })}</a>:{" "}
        {one.reason}
      </p>
      {/* The latest text of a statement stands above, with its passages. */}
      {!(statement !== undefined && index === all.length - 1) && <Said words={one.words} lang={one.lang} />}
    </div>
  ));
}

/** [T12] The first text of a statement that was corrected since; what is shown below it is the latest. */
async function StatementAsMade({ entry: { header, body }, state }: { entry: SeenEntry; state: State }) {
  const t = await getTranslations("statements");
  const statement = heldAt(state.statements, header.seq);
  if (statement === undefined || statement.corrections.length === 0) return null;
  if (body?.kind !== "statement.made" && body?.kind !== "statement.received") return null;
  return (
    <details>
      <summary>{t("asMade", { rev: statement.corrections.length + 1 })}</summary>
      <Said words={body.words} lang={body.lang} />
    </details>
  );
}

/** [T7] What was entered for one's delegation is confirmed from here. */
function OwnConfirmation({ state, seat, seq }: { state: State; seat: Seat; seq: number }) {
  const one = heldAt(state.statements, seq);
  if (one === undefined || !isUnconfirmed(one)) return null;
  if (seat.as !== "delegation" || one.author !== seat.delegation) return null;
  return may(seat, "draft.write", { delegation: seat.delegation }) ? (
    <Declare what="confirmation" entry={seq} />
  ) : null;
}

function OwnCorrection({
  entry: { header, body },
  state,
  seat,
}: {
  entry: SeenEntry;
  state: State;
  seat: Seat;
}) {
  const statement = heldAt(state.statements, header.seq);
  if (statement !== undefined && isStanding(statement)) {
    const { words, lang } = statement;
    const isOwn = seat.as === "delegation" && isStatementOf(state, header.seq, seat.delegation);
    return isOwn && seat.as === "delegation" && may(seat, "draft.write", { delegation: seat.delegation }) ? (
      <Correct entry={header.seq} words={words} lang={lang} />
    ) : null;
  }
  const said = wordsAt(state, header.seq);
  if (said === undefined || said.words === null || said.withdrawn !== null) return null;
  if (seat.as !== "delegation" || (body && saidBy(body))?.by.delegation !== seat.delegation) return null;
  if (!may(seat, "draft.write", { delegation: seat.delegation })) return null;
  const { words, lang } = asCorrected(said.words, said.lang, said.corrections);
  return words === null ? null : <Correct entry={header.seq} words={words} lang={lang} />;
}

function EntryWords({ body, state }: { body: Body | undefined; state: State }) {
  switch (body?.kind) {
    case "position.stated":
      return (
        <>
          {body.words !== undefined && <Said words={body.words} lang={body.lang} />}
          {body.wording !== undefined && (
            <Difference
              before={state.ideas[body.idea]?.quote ?? ""}
              after={body.wording}
              lang={state.text?.lang ?? body.lang}
            />
          )}
        </>
      );
    case "unattributed.commented":
      return <Said words={body.words} lang={scriptOf(body.words)} />;
    case "unattributed.stated":
      return (
        <>
          {body.words !== undefined && <Said words={body.words} lang={scriptOf(body.words)} />}
          {body.wording !== undefined && (
            <Difference
              before={state.ideas[body.idea]?.quote ?? ""}
              after={body.wording}
              lang={state.text?.lang ?? scriptOf(body.wording)}
            />
          )}
        </>
      );
    case "round.extended":
    case "round.reopened":
    case "plan.withdrawn":
    case "entry.annulled":
    case "silence.cancelled":
      return <Said words={body.reason} lang={body.lang} />;
    case "silence.started":
      return <Said words={body.wording} lang={body.lang} />;
    case "disposition.given":
      return <AnswersGiven answers={body.answers} />;
    case "disposition.answered":
    case "participation.declared":
    case "alignment.declared":
      return body.words === undefined ? null : <Said words={body.words} lang={body.lang} />;
    case "comment.made":
    case "reply.exercised":
    case "dissociation.declared":
    case "silence.objected":
    case "silence.explained":
    case "silence.entered":
    case "entry.corrected":
      return <Said words={body.words} lang={body.lang} />;
    default:
      return null;
  }
}

/** From an entry to its place in the text. */
async function placeLink(id: string, entry: SeenEntry) {
  const t = await getTranslations("entry");
  if (entry.body === undefined) return null;
  const body = saidBy(entry.body) ?? entry.body;
  const place = "idea" in body ? body.idea : "target" in body ? placeOfTarget(body.target) : null;
  if (place !== null) return <a href={`/reports/${id}#${place}`}>{t("place", { place })}</a>;
  if ("target" in body && body.target.on === "statement")
    return (
      <a href={`/reports/${id}/entries/${body.target.entry}`}>{t("about", { entry: body.target.entry })}</a>
    );
  return "entry" in body && body.entry !== undefined ? (
    <a href={`/reports/${id}/entries/${body.entry}`}>{t("about", { entry: body.entry })}</a>
  ) : null;
}

function placeOfTarget(target: { on: string; idea?: string; paragraph?: string }): string | null {
  return target.idea ?? target.paragraph ?? null;
}
