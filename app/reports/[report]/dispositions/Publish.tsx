"use client";
/** What is prepared, as it will be read; published together, the answers to sealed words each for their author alone. */
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Queued } from "#deliberation/disposition-queue";
import type { DispositionAnswer } from "#deliberation/entry";
import { publicationsOf } from "#deliberation/podium";
import { usePrepared } from "../../../_live/podium.tsx";
import { useAnnounce } from "../../../_ui/Announcer.tsx";
import { useOutcomeWords } from "../../../_ui/Disposition.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { useAuthors } from "../../../_ui/names.ts";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { newId, submit } from "../../../_ui/submit.ts";
import { WordsOf } from "./Row.tsx";

export function Publish({ items }: { items: Queued[]; asOf: number }) {
  const t = useTranslations("disposition");
  const router = useRouter();
  const announce = useAnnounce();
  const { report } = useSeat();
  const prepared = usePrepared();
  const [refused, setRefused] = useState<string | null>(null);
  const [done, setDone] = useState<number[]>([]);
  const [busy, setBusy] = useState(false);
  // A second try says the same with the same id, and is recorded once.
  const ids = useRef(new Map<string, string>());
  const publications = publicationsOf(items, prepared);
  const answered = publications.flatMap(({ answers }) => answers.flatMap(({ to }) => to));
  const ready = new Set(answered.map(({ entry }) => Number(entry)));
  const waiting = [...prepared.values()].filter(({ entry }) => !ready.has(entry));
  const publish = async () => {
    setBusy(true);
    setRefused(null);
    const seqs: number[] = [];
    for (const publication of publications) {
      const key = JSON.stringify(publication);
      const id = ids.current.get(key) ?? newId();
      ids.current.set(key, id);
      const answer = await submit(report, { id, kind: "disposition.given", ...publication });
      if ("code" in answer) {
        setRefused(answer.code);
        break;
      }
      seqs.push(answer.seq);
    }
    setBusy(false);
    setDone((before) => [...before, ...seqs]);
    if (seqs.length > 0) announce(t("publish.done"));
    router.refresh();
  };
  return (
    <>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
      {done.length > 0 && (
        <Heard atOnce>
          {t("publish.done")}{" "}
          {done.map((seq) => (
            <a key={seq} href={`/reports/${report}/entries/${seq}`}>
              {t("entryLink", { seq })}{" "}
            </a>
          ))}
        </Heard>
      )}
      {answered.length === 0 && done.length === 0 && <p>{t("publish.nothing")}</p>}
      {publications.map((publication) => (
        <section key={JSON.stringify(publication)}>
          {publication.heardBy !== undefined && <p className="small">{t("publish.sealed")}</p>}
          <ol className="plain queue-rows">
            {publication.answers.map((answer) => (
              <Answer key={answer.to[0]?.entry} answer={answer} items={items} />
            ))}
          </ol>
        </section>
      ))}
      {waiting.length > 0 && (
        <section aria-labelledby="not-yet">
          <h2 id="not-yet">{t("publish.notYet", { count: waiting.length })}</h2>
          <ul>
            {waiting.map((one) => (
              <li key={one.entry}>
                <a href={`/reports/${report}/dispositions#entry-${one.entry}`}>
                  {t("entryLink", { seq: one.entry })}
                </a>{" "}
                <Why lacks={one.lacks} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {answered.length > 0 && (
        <>
          <p>{t("publish.record")}</p>
          <p className="acts">
            <button type="button" className="btn pri" disabled={busy} onClick={publish}>
              {t("publish.confirm", { count: answered.length })}
            </button>
          </p>
        </>
      )}
    </>
  );
}

function Why({ lacks }: { lacks: string | null }) {
  const t = useTranslations("refusal");
  return <span className="small">{t(lacks ?? "changed-since-read")}</span>;
}

function Answer({ answer, items }: { answer: DispositionAnswer; items: readonly Queued[] }) {
  const t = useTranslations("disposition");
  const authorOf = useAuthors();
  const outcomeWords = useOutcomeWords();
  const named = answer.to.flatMap(({ entry }) => items.find((one) => one.entry === entry) ?? []);
  const [first] = named;
  if (first === undefined) return null;
  return (
    <li>
      <h2>
        <bdi translate="no">{first.place === "" ? t("wholeReport") : first.place}</bdi> ·{" "}
        {named.map(({ entry, author }) => (
          <span key={entry}>
            <bdi>{authorOf(author)}</bdi>{" "}
          </span>
        ))}
      </h2>
      <WordsOf item={first} />
      <div className="disp">
        <p>
          <b>{outcomeWords({ outcome: answer.outcome, where: answer.where ?? null })}</b>
        </p>
        {answer.reason !== undefined && <Said words={answer.reason} lang={answer.lang} />}
      </div>
    </li>
  );
}
