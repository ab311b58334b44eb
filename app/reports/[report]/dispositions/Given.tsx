"use client";
/** What became of words, for everybody but facilitators: one's own first, each with its answer. */
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Queued } from "#deliberation/disposition-queue";
import { useAllOpened, useLive } from "../../../_live/LiveProvider.tsx";
import { DispositionNow } from "../../../_ui/Disposition.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { useAuthors } from "../../../_ui/names.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { WordsOf } from "./Row.tsx";

const ROWS = 50;

export function Given({ items, asOf }: { items: Queued[]; asOf: number }) {
  const t = useTranslations("disposition");
  const router = useRouter();
  const { delegation } = useSeat();
  const head = useLive((state) => state.head.seq);
  const isOwn = (one: Queued) => delegation !== null && (one.by === delegation || one.author === delegation);
  const own = items.filter(isOwn);
  const others = items.filter((one) => !isOwn(one));
  return (
    <>
      {head > asOf && (
        <Heard atOnce>
          <button type="button" className="btn" onClick={() => router.refresh()}>
            {t("page.grown")}
          </button>
        </Heard>
      )}
      {items.length === 0 && <p>{t("page.none")}</p>}
      {own.length > 0 && <List id="own" title={t("page.own", { count: own.length })} items={own} own />}
      {others.length > 0 && (
        <List id="others" title={t("page.others", { count: others.length })} items={others} own={false} />
      )}
    </>
  );
}

function List({ id, title, items, own }: { id: string; title: string; items: Queued[]; own: boolean }) {
  const t = useTranslations("disposition");
  const authorOf = useAuthors();
  const { report } = useSeat();
  const [rows, setRows] = useState(ROWS);
  const shown = items.slice(0, rows);
  const opened = useAllOpened([...new Set(shown.map(({ place }) => place))]);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol className="plain queue-rows">
        {shown.map((one) => (
          <li key={one.entry} id={`entry-${one.entry}`}>
            <h3>
              <bdi translate="no">{one.place === "" ? t("wholeReport") : one.place}</bdi> ·{" "}
              <bdi>{authorOf(one.author)}</bdi> · {t(`kind.${one.kind}`)}
            </h3>
            <p className="small mute">
              <a href={`/reports/${report}/entries/${one.entry}`}>{t("entryLink", { seq: one.entry })}</a>
            </p>
            <WordsOf item={one} />
            {opened && <DispositionNow entry={one.entry} own={own} />}
          </li>
        ))}
      </ol>
      {items.length > rows && (
        <button type="button" className="btn" onClick={() => setRows(rows + ROWS)}>
          {t("page.more", { count: items.length - rows })}
        </button>
      )}
    </section>
  );
}
