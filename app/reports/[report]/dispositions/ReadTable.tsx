"use client";
/** A table that an office filled in: what was read in it, row by row, and taking what is new into the podium room. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FilledAnswer, FilledTable, Verdict } from "#deliberation/brought-answers";
import { usePrepare, usePrepared } from "../../../_live/podium.tsx";
import { useAnnounce } from "../../../_ui/Announcer.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { type Refused, readFilledTable } from "../../../_ui/submit.ts";
import { AnswerFound } from "./AnswerFound.tsx";

/** Those that need somebody's eyes before those that do not. */
const GROUPS: [name: "new" | "conflict" | "unclear", verdicts: readonly Verdict[]][] = [
  ["new", ["new"]],
  ["conflict", ["words-moved", "answered-since", "takes-none", "emptied"]],
  ["unclear", ["not-understood"]],
];

export function ReadTable() {
  const t = useTranslations("disposition.table");
  const { report } = useSeat();
  const [busy, setBusy] = useState(false);
  const [table, setTable] = useState<FilledTable | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const read = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    setBusy(true);
    setTable(null);
    setRefused(null);
    const answer = await readFilledTable(report, file);
    setBusy(false);
    // The same file, mended, is chosen again.
    input.value = "";
    if ("code" in answer) setRefused(answer);
    else setTable(answer);
  };
  return (
    <section aria-labelledby="came-back">
      <h2 id="came-back">{t("back")}</h2>
      <label className="field">
        <span>{t("file")}</span>
        <input
          type="file"
          accept=".xlsx,.docx"
          disabled={busy}
          onChange={(event) => read(event.currentTarget)}
        />
      </label>
      {refused !== null && <NotRead refused={refused} />}
      <Heard>
        {busy && t("reading")}
        {table !== null && t("found", { seq: table.asOf, rows: table.rows, count: table.answers.length })}
      </Heard>
      {table !== null && <Found key={table.asOf} table={table} />}
    </section>
  );
}

/** "Comments!H14 (words): As issued.": the cell, and what is wrong with it in the reader's language. */
const CHANGED = /^([^(]*) \((head|number|words|report|as-of|choice)\): ?([\s\S]*)$/;

function NotRead({ refused }: { refused: Refused }) {
  const t = useTranslations("disposition.table");
  const changed = refused.code === "table-changed" ? CHANGED.exec(refused.detail ?? "") : null;
  if (changed === null) return <RefusalNotice code={refused.code} draft={false} />;
  const [, cell = "", what = "", expected = ""] = changed;
  const isBare = expected === "" && (what === "head" || what === "words");
  return (
    <Heard as="div" refused className="errsum">
      <p>
        <b>{cell === "" ? t("above") : <bdi dir="ltr">{cell}</bdi>}</b>{" "}
        {t(isBare ? "changed.nothing" : `changed.${what}`, { expected: shortened(expected) })}
      </p>
      <p>{t("changed.notTaken")}</p>
    </Heard>
  );
}

function Found({ table }: { table: FilledTable }) {
  const t = useTranslations("disposition.table");
  const { report } = useSeat();
  const prepared = usePrepared();
  const prepare = usePrepare();
  const announce = useAnnounce();
  const [taken, setTaken] = useState(0);
  const fresh = table.answers.filter(({ verdict }) => verdict === "new");
  const unchanged = table.answers.length - groupsOf(table).reduce((sum, [, all]) => sum + all.length, 0);
  const take = () => {
    prepare(
      fresh.flatMap(({ entry, as, answer }) =>
        answer === null
          ? []
          : [{ ...answer, entry, as, where: answer.where ?? "", reason: answer.reason ?? "" }],
      ),
    );
    setTaken(fresh.length);
    announce(t("taken", { count: fresh.length }));
  };
  return (
    <>
      {groupsOf(table).map(([name, all]) => (
        <section key={name} aria-labelledby={`group-${name}`}>
          <h3 id={`group-${name}`}>{t(`group.${name}`, { count: all.length })}</h3>
          {name === "new" && all.length > 0 && taken === 0 && (
            <p className="acts">
              <button type="button" className="btn pri" onClick={take}>
                {t("take", { count: fresh.length })}
              </button>{" "}
              <span className="small mute">{t("private")}</span>
            </p>
          )}
          {name === "new" && taken > 0 && (
            <p>
              {t("taken", { count: taken })}{" "}
              <a href={`/reports/${report}/dispositions/publish`}>{t("toPublish")}</a>
            </p>
          )}
          <Rows all={all} prepared={prepared} />
        </section>
      ))}
      <p>{t("group.unchanged", { count: unchanged })}</p>
    </>
  );
}

function groupsOf({ answers }: FilledTable): ["new" | "conflict" | "unclear", FilledAnswer[]][] {
  return GROUPS.map(([name, verdicts]) => [
    name,
    answers.filter(({ verdict }) => verdicts.includes(verdict)),
  ]);
}

/** So many at first, and so many more at each asking. */
const ROWS = 50;

function Rows({ all, prepared }: { all: FilledAnswer[]; prepared: ReturnType<typeof usePrepared> }) {
  const t = useTranslations("disposition");
  const [rows, setRows] = useState(ROWS);
  return (
    <>
      <ol className="plain queue-rows">
        {all.slice(0, rows).map((one) => (
          <AnswerFound key={one.entry} found={one} prepared={prepared.get(one.entry) ?? null} />
        ))}
      </ol>
      {all.length > rows && (
        <button type="button" className="btn" onClick={() => setRows(rows + ROWS)}>
          {t("page.more", { count: Math.min(ROWS, all.length - rows) })}
        </button>
      )}
    </>
  );
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
