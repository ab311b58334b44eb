"use client";
/**
 * One candidate in its paragraph: widened and narrowed by words, split, merged with the next, accepted under a number,
 * rejected, opened again.
 */
import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import {
  freeNumber,
  ideasSharing,
  itemOf,
  STEPS,
  type Step,
  stepped,
  stretchOf,
  wordsOf,
} from "#deliberation/candidate";
import { firstIdOf } from "#deliberation/candidate-shapes";
import { IdeaId, ParagraphKey } from "#deliberation/ids";
import { findQuote, textOfBlock } from "#deliberation/report";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { type CandidateAsked, newId, submit } from "../../../_ui/submit.ts";
import type { CandidateNow, Standing } from "./Candidates.tsx";
import { Reshape } from "./Reshape.tsx";

interface Props {
  given: CandidateNow;
  standing: Standing;
  /** Of the report's text. */
  lang: string;
  /** The one it may be merged with, and how both would read. */
  next: { with: string; quote: string } | null;
  onDecide: (asked: CandidateAsked) => void;
  /** Takes back the split or merger that it came of. */
  onUndo: () => void;
  refused: string | null;
}

export function Candidate({ given, standing, lang, next, onDecide, onUndo, refused }: Props) {
  const t = useTranslations("candidates");
  const format = useFormatter();
  const { report } = useSeat();
  const state = useRecordState();
  const { within: paragraph, decided } = given;
  const [stretch, setStretch] = useState(() => stretchOf(paragraph, given.quote));
  const [number, setNumber] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [shaping, setShaping] = useState<"split" | "merge" | null>(null);
  if (stretch === null) return null;
  const block = paragraph.blocks[stretch.block];
  const text = block === undefined ? "" : textOfBlock(block);
  const quote = wordsOf(paragraph, stretch);
  const proposed = number ?? freeNumber(state, ParagraphKey.parse(paragraph.key), firstIdOf(given.id));
  const sharing = ideasSharing(state, paragraph, stretch);
  const isUnique = findQuote(paragraph, quote) !== null;
  const step = (which: Step) => setStretch(stepped(text, lang, stretch, which));
  const accept = async () => {
    setFailed(null);
    const idea = IdeaId.safeParse(proposed);
    if (!idea.success || !proposed.startsWith(`${paragraph.key}-`)) return setFailed("malformed");
    const item = itemOf(paragraph, stretch);
    const asked = { id: newId(), kind: "idea.identified", idea: idea.data, item, quote, provisional: true };
    const answer = await submit(report, asked);
    if ("code" in answer) return setFailed(answer.code);
    setNumber(null);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || standing === "accepted") return;
    if (event.code === "KeyY" && isUnique) accept();
    if (event.code === "KeyX") onDecide({ decision: standing === "rejected" ? "open" : "rejected" });
    if (standing !== "waiting") return;
    if (event.code === "KeyS") setShaping("split");
    if (event.code === "KeyM" && next !== null) setShaping("merge");
    if (event.code === "KeyU" && given.from !== null) onUndo();
  };
  return (
    // Keys of the buttons below, heard wherever the focus is in it.
    <li onKeyDown={pressed}>
      <h3>
        <span className="chip">
          <bdi translate="no">{given.id}</bdi>
        </span>{" "}
        <span className="small mute">{t(`confidence.${given.confidence}`)}</span>{" "}
        {standing === "rejected" && decided && (
          <span className="small">
            {t("rejected", { time: format.dateTime(new Date(decided.at), { dateStyle: "medium" }) })}{" "}
            <bdi>{decided.by}</bdi>
          </span>
        )}
      </h3>
      <p lang={lang} dir="ltr" className="within">
        {text.slice(0, stretch.start)}
        <mark>{quote}</mark>
        {text.slice(stretch.end)}
      </p>
      <p className="small mute">
        {t("unofficial")} <span lang="zh-Hans">{given.title.zh}</span> ·{" "}
        <span lang="en">{given.title.en}</span>
      </p>
      {standing !== "accepted" && (
        <fieldset className="acts">
          <legend className="vh">{t("adjust", { id: given.id })}</legend>
          {STEPS.map((one) => (
            <button key={one} type="button" className="btn" onClick={() => step(one)}>
              {t(`step.${one}`)}
            </button>
          ))}
          <Heard as="span" className="vh">
            {t("reads", { quote })}
          </Heard>
        </fieldset>
      )}
      {standing === "waiting" && (
        <Reshape
          {...{ given, paragraph, stretch, lang, next, shaping, onDecide, onUndo }}
          onShape={setShaping}
        />
      )}
      {sharing.length > 0 && (
        <p className="small">
          {t("sharing")}{" "}
          {sharing.map((id) => (
            <a key={id} href={`/reports/${report}/ideas/${id}`}>
              <bdi translate="no">{id}</bdi>
            </a>
          ))}
        </p>
      )}
      {!isUnique && <p className="small">{t("twice")}</p>}
      {(failed ?? refused) !== null && <RefusalNotice code={failed ?? refused ?? ""} draft={false} />}
      <p className="acts">
        <label>
          {t("number")}{" "}
          <input
            value={proposed}
            size={7}
            dir="ltr"
            onChange={(event) => setNumber(event.target.value.trim())}
          />
        </label>{" "}
        <button type="button" className="btn pri" disabled={!isUnique} onClick={accept} aria-keyshortcuts="y">
          {t(standing === "accepted" ? "another" : "accept")}
        </button>{" "}
        {standing !== "accepted" && (
          <button
            type="button"
            className="btn"
            aria-keyshortcuts="x"
            onClick={() => onDecide({ decision: standing === "rejected" ? "open" : "rejected" })}
          >
            {t(standing === "rejected" ? "reopen" : "reject")}
          </button>
        )}
      </p>
    </li>
  );
}
