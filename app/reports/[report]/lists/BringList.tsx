"use client";
/** One list: chosen, checked row by row as soon as a file is there, and taken when the person says so. */
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useAnnounce } from "../../../_ui/Announcer.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { bringList, type ListAnswer } from "../../../_ui/submit.ts";
import { FileFaults } from "./FileFaults.tsx";
import { Invited } from "./Invited.tsx";
import { ListRows } from "./ListRows.tsx";

const LISTS = ["delegations", "groups", "memberships", "persons"] as const;
type ListKind = (typeof LISTS)[number];

export function BringList() {
  const t = useTranslations("lists");
  const { report } = useSeat();
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  const [list, setList] = useState<ListKind>("delegations");
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<ListAnswer | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (of: File, take: "check" | "all" | "right") => {
    setBusy(true);
    setRefused(null);
    const told = await bringList(report, list, take, of);
    setBusy(false);
    if ("code" in told) return setRefused(told.code);
    setAnswer(told);
    announce(told.taken ? t("taken") : told.rows.length === 0 ? "" : t("summary", counted(told)));
  };
  const choose = (kind: ListKind) => {
    setList(kind);
    setFile(null);
    setAnswer(null);
    setRefused(null);
    if (input.current !== null) input.current.value = "";
  };
  return (
    <>
      <fieldset>
        <legend>{t("which")}</legend>
        {LISTS.map((one) => (
          <label className="check" key={one}>
            <input type="radio" name="list" checked={list === one} onChange={() => choose(one)} />{" "}
            {t(`of.${one}`)}
          </label>
        ))}
      </fieldset>
      <p className="small mute">{t(`hint.${list}`)}</p>
      <p>
        <a href={`/api/v1/reports/${report}/lists/${list}`} download={`${list}.csv`}>
          {t("template")}
        </a>
      </p>
      <label className="field">
        <span>{t("file")}</span>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          disabled={busy}
          onChange={(event) => {
            const chosen = event.target.files?.[0] ?? null;
            setFile(chosen);
            setAnswer(null);
            if (chosen !== null) ask(chosen, "check");
          }}
        />
      </label>
      <Heard className="small">{busy && t("checking")}</Heard>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
      {answer !== null && <FileFaults faults={answer.faults} />}
      {answer !== null && answer.rows.length > 0 && (
        <section aria-labelledby="list-rows">
          <h2 id="list-rows">{t("rows")}</h2>
          <p>{answer.taken ? t("taken") : t("summary", counted(answer))}</p>
          {!answer.taken && file !== null && (
            <Take answer={answer} busy={busy} onTake={(take) => ask(file, take)} />
          )}
          <Invited invited={answer.invited} />
          <ListRows rows={answer.rows} />
        </section>
      )}
    </>
  );
}

function counted({ rows }: ListAnswer) {
  const wrong = rows.filter(({ faults }) => faults.length > 0).length;
  return { right: rows.length - wrong, wrong };
}

interface TakeProps {
  answer: ListAnswer;
  busy: boolean;
  onTake: (take: "all" | "right") => void;
}

/** Nothing, where the right rows ask for nothing that is not so already. */
function Take({ answer, busy, onTake }: TakeProps) {
  const t = useTranslations("lists");
  const { right, wrong } = counted(answer);
  const asks = answer.rows.some(({ does }) => does.some((deed) => deed !== "nothing"));
  if (right > 0 && !asks) return <p>{t("nothing")}</p>;
  if (right === 0) return null;
  return (
    <div className="acts">
      <button
        type="button"
        className={wrong === 0 ? "btn pri" : "btn"}
        disabled={busy}
        onClick={() => onTake(wrong === 0 ? "all" : "right")}
      >
        {wrong === 0 ? t("takeAll", { count: right }) : t("takeRight", { count: right })}
      </button>
    </div>
  );
}
