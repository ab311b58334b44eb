"use client";
/** The facilitators' queue: what is untreated, prepared, published, agreed or contested; one row for words that say the same. */
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Queued } from "#deliberation/disposition-queue";
import { OUTCOMES } from "#deliberation/entry";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { usePrepared } from "../../../_live/podium.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { keysAreOn } from "../../../_ui/keys.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { addressOf, passes, type QueueView, STATUSES, type Status } from "./address.ts";
import { Bulk } from "./Bulk.tsx";
import { Filters } from "./Filters.tsx";
import { Row } from "./Row.tsx";

interface Props {
  items: Queued[];
  /** The entry up to which the items are known. */
  asOf: number;
  view: QueueView;
}

/** So many rows at first, and so many more at each asking. */
const ROWS = 50;

export function Queue({ items, asOf, view }: Props) {
  const t = useTranslations("disposition");
  const { report } = useSeat();
  const router = useRouter();
  const prepared = usePrepared();
  const head = useLive((state) => state.head.seq);
  const list = useRef<HTMLOListElement>(null);
  const [rows, setRows] = useState(ROWS);
  const [current, setCurrent] = useState<number | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  // One row for words that say the same: the first of them stands for all.
  const firsts = items.filter(({ entry, alike }) => entry === alike[0]);
  const statusOf = (one: Queued): Status =>
    one.alike.some((entry) => prepared.has(entry)) ? "prepared" : one.treatment;
  const passing = firsts.filter((one) => passes(one, view));
  // The row one is working on stays where it is, whatever it becomes.
  const shown = passing.filter(
    (one) => view.status === undefined || statusOf(one) === view.status || one.entry === current,
  );
  const onKey = (event: KeyboardEvent) => {
    const { target } = event;
    const writes = target instanceof HTMLElement && target.closest("textarea, select, input[type=text]");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      // Saved as it is typed: this only leaves the words, and publishes nothing.
      event.preventDefault();
      (target as HTMLElement)
        .closest<HTMLElement>("[data-row]")
        ?.querySelector<HTMLElement>("h2 button")
        ?.focus();
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;
    if (writes || !plain || !keysAreOn()) return;
    const all = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const here = all.findIndex((row) => row.contains(document.activeElement));
    if (event.code === "KeyJ" || event.code === "KeyK") {
      const next = all[here + (event.code === "KeyJ" ? 1 : -1)];
      next?.querySelector<HTMLElement>("h2 button")?.click();
      next?.querySelector<HTMLElement>("h2 button")?.focus();
    } else if (event.code === "KeyE") {
      all[here]?.querySelector<HTMLElement>("textarea")?.focus();
    } else {
      const number = /^(?:Digit|Numpad)([1-6])$/.exec(event.code)?.[1];
      const outcome = number === undefined ? undefined : OUTCOMES[Number(number) - 1];
      if (outcome === undefined) return;
      all[here]?.querySelector<HTMLElement>(`input[value="${outcome}"]`)?.click();
    }
    event.preventDefault();
  };
  const { status: _, ...everyStatus } = view;
  const ready = [...prepared.values()].filter(({ lacks }) => lacks === null).length;
  return (
    <>
      <p className="lead">{t("page.lead")}</p>
      {head > asOf && (
        <Heard atOnce>
          <button type="button" className="btn" onClick={() => router.refresh()}>
            {t("page.grown")}
          </button>
        </Heard>
      )}
      <nav aria-label={t("page.status")} className="statuses">
        <a
          href={addressOf(report, everyStatus)}
          aria-current={view.status === undefined ? "true" : undefined}
        >
          {t("page.all", { count: passing.length })}
        </a>{" "}
        {STATUSES.map((status) => (
          <a
            key={status}
            href={addressOf(report, { ...view, status })}
            aria-current={view.status === status ? "true" : undefined}
          >
            {t(`status.${status}`)} ({passing.filter((one) => statusOf(one) === status).length})
          </a>
        ))}
      </nav>
      <Filters view={view} items={items} />
      <p className="small mute">{t("page.keys")}</p>
      <p className="acts">
        <a className="btn pri" href={`/reports/${report}/dispositions/publish`}>
          {t("page.publish", { count: ready })}
        </a>{" "}
        <a className="btn" href={`/reports/${report}/dispositions/table`}>
          {t("table.title")}
        </a>
      </p>
      <Bulk
        items={firsts.filter(({ entry }) => chosen.has(entry))}
        onDone={() => setChosen(new Set())}
        onAll={() => setChosen(new Set(shown.map(({ entry }) => entry)))}
        all={shown.length}
      />
      {shown.length === 0 && <p>{t("page.nothing")}</p>}
      <ol className="plain queue-rows" ref={list} onKeyDown={onKey}>
        {shown.slice(0, rows).map((one) => (
          <Row
            key={one.entry}
            item={one}
            status={statusOf(one)}
            prepared={prepared.get(one.entry) ?? null}
            alike={items.filter(({ entry }) => one.alike.includes(entry) && entry !== one.entry)}
            open={current === one.entry}
            onOpen={() => setCurrent(one.entry)}
            chosen={chosen.has(one.entry)}
            onChoose={(yes) => {
              const next = new Set(chosen);
              if (yes) next.add(one.entry);
              else next.delete(one.entry);
              setChosen(next);
            }}
          />
        ))}
      </ol>
      {shown.length > rows && (
        <button type="button" className="btn" onClick={() => setRows(rows + ROWS)}>
          {t("page.more", { count: shown.length - rows })}
        </button>
      )}
    </>
  );
}
