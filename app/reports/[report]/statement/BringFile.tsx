"use client";
/** The file a statement came in: read by the server, kept as it is, its words put into the text. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Original } from "#deliberation/entry";
import { Heard } from "../../../_ui/Heard.tsx";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { bringFile } from "../../../_ui/submit.ts";

interface Props {
  /** The draft it is brought for; `received` for one that came on paper. */
  draft: string;
  /** Whether words stand there that the file's would take the place of. */
  replaces: boolean;
  original: Original | null;
  onRead: (original: Original, words: string) => void;
  onForget: () => void;
}

export function BringFile({ draft, replaces, original, onRead, onForget }: Props) {
  const [all, t] = [useTranslations(), useTranslations("bring")];
  const { report } = useSeat();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const bring = async (file: File | undefined) => {
    if (file === undefined) return;
    setBusy(true);
    setRefused(null);
    const answer = await bringFile(report, draft, file);
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
        {draft === "received" ? all("received.fileKept") : t("fileKept")} {replaces && t("replaces")}
      </p>
      <Heard className="small">
        {busy && t("reading")}
        {original !== null && (
          <>
            <a href={`/api/v1/reports/${report}/originals/${original.sha256}`}>
              {t("original", { name: original.name })}
            </a>{" "}
            <button type="button" className="link" onClick={onForget}>
              {t("forget")}
            </button>
          </>
        )}
      </Heard>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
    </>
  );
}
