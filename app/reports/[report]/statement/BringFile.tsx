"use client";
/** The file a statement came in: read by the server, kept as it is, its words put into the text. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Original } from "#deliberation/entry";
import type { Draft } from "../../../_live/drafts.tsx";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { bringFile } from "../../../_ui/submit.ts";

interface Props {
  draft: Draft;
  original: Original | null;
  onRead: (original: Original, words: string) => void;
}

export function BringFile({ draft, original, onRead }: Props) {
  const t = useTranslations("bring");
  const { report } = useSeat();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const bring = async (file: File | undefined) => {
    if (file === undefined) return;
    setBusy(true);
    setRefused(null);
    const answer = await bringFile(report, draft.id, file);
    if ("code" in answer) setRefused(answer.code);
    else onRead(answer.original, answer.words);
    setBusy(false);
  };
  return (
    <>
      <label className="field">
        <span>{t("file")}</span>
        <input
          type="file"
          accept=".docx,.txt,text/plain"
          disabled={busy}
          onChange={(event) => bring(event.target.files?.[0])}
        />
      </label>
      <p className="tiny mute">
        {t("fileKept")} {draft.texts.words.trim() !== "" && t("replaces")}
      </p>
      <p role="status" className="small">
        {busy && t("reading")}
        {original !== null && (
          <>
            <a href={`/api/v1/reports/${report}/originals/${original.sha256}`}>
              {t("original", { name: original.name })}
            </a>{" "}
            <button type="button" className="link" onClick={() => draft.set("original", undefined)}>
              {t("forget")}
            </button>
          </>
        )}
      </p>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
    </>
  );
}
