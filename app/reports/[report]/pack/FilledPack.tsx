"use client";
/** The filled pack: each cell beside our draft as a difference, taken one by one. */
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { textRoot } from "#deliberation/draft";
import { DraftId } from "#deliberation/ids";
import { useDraftPlain, useDraftRoom } from "../../../_live/drafts.tsx";
import { Difference } from "../../../_ui/Difference.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { type FilledCell, readPack } from "../../../_ui/submit.ts";

export function FilledPack() {
  const t = useTranslations("pack");
  const { report } = useSeat();
  const [filled, setFilled] = useState<FilledCell[] | null>(null);
  const [refused, setRefused] = useState<{ code: string; detail?: string } | null>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setFilled(null);
    setRefused(null);
    const answer = await readPack(report, file);
    if ("code" in answer) setRefused(answer);
    else setFilled(answer.filled);
  };
  // "row 3, column 1": the numbers alone are told, in the reader's language.
  const cell = refused?.code === "pack-changed" ? refused.detail?.match(/\d+/g) : null;
  return (
    <section aria-labelledby="back">
      <h2 id="back">{t("back")}</h2>
      <p>{t("backLead")}</p>
      <label className="field">
        <span>{t("file")}</span>
        <input type="file" accept=".docx" onChange={(event) => read(event.target.files?.[0])} />
      </label>
      {refused !== null && cell == null && <RefusalNotice code={refused.code} draft={false} />}
      {cell != null && (
        <Heard className="errsum" refused>
          {t("changed", { row: cell[0] ?? "", column: cell[1] ?? "" })}
        </Heard>
      )}
      <Heard>{filled !== null && t("found", { count: filled.length })}</Heard>
      <ul className="plain passages">
        {filled?.map((one) => (
          <Cell key={one.idea} cell={one} />
        ))}
      </ul>
    </section>
  );
}

function Cell({ cell: { idea, words } }: { cell: FilledCell }) {
  const t = useTranslations("pack");
  const locale = useLocale();
  const { report } = useSeat();
  const room = useDraftRoom();
  const plain = useDraftPlain();
  const draft = DraftId.parse(`position.${idea}`);
  const now = (plain.texts[textRoot("words", draft)] ?? "").trim();
  const held = plain.drafts[`${draft}/lang`];
  const lang = typeof held === "string" ? held : langOf(words, locale);
  const take = () => {
    if (held === undefined) room?.set(draft, "lang", lang);
    room?.put(draft, "words", words);
  };
  return (
    <li>
      <p>
        <span className="chip">
          <bdi translate="no">{idea}</bdi>
        </span>
      </p>
      <Difference before={now} after={words} lang={lang} />
      <div className="acts">
        {now === words.trim() ? (
          <Heard as="span">{t("taken")}</Heard>
        ) : (
          <button type="button" className="btn" onClick={take}>
            {t("take", { idea })}
          </button>
        )}
        <a href={`/reports/${report}/ideas/${idea}`}>{t("toDraft")}</a>
      </div>
    </li>
  );
}

/** By the script of the words, where it says so; the reader's language else. */
function langOf(words: string, locale: string): string {
  if (/\p{Script=Han}/u.test(words)) return "zh";
  if (/\p{Script=Arabic}/u.test(words)) return "ar";
  if (/\p{Script=Cyrillic}/u.test(words)) return "ru";
  return ["en", "fr", "es"].includes(locale) ? locale : "en";
}
