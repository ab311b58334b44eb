"use client";
/** The panel of one idea or paragraph; the same beside the text, and as a page of its own. */
import { useTranslations } from "next-intl";
import { IdeaId, ParagraphKey } from "#deliberation/ids";
import type { SelectedWords } from "#deliberation/selected-words";
import { useOpened, useRecordState } from "../../../_live/LiveProvider.tsx";
import { useOpenThread } from "../../../_live/unread.tsx";
import { BringEverybody } from "../../../_ui/BringEverybody.tsx";
import { Declare } from "../../../_ui/Declare.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Comments } from "./Comments.tsx";
import { Declarations } from "./Declarations.tsx";
import { InternalNotes } from "./InternalNotes.tsx";
import { NewHere } from "./NewHere.tsx";
import { OurPosition } from "./OurPosition.tsx";
import { PositionsSoFar } from "./PositionsSoFar.tsx";
import { useWords } from "./place.ts";
import { ReplyProvider } from "./replying.tsx";
import { Statements } from "./Statements.tsx";
import { Unattributed } from "./Unattributed.tsx";

export type Titles = Record<string, { title: { zh: string; en: string } }>;

interface Props {
  place: string;
  titles: Titles;
  /** Words of the paragraph to comment on, when the address names some. */
  words?: SelectedWords | null;
}

export function PlacePanel(props: Props) {
  return (
    <ReplyProvider key={props.place}>
      <Place {...props} />
    </ReplyProvider>
  );
}

function Place({ place, titles, words = null }: Props) {
  const chosen = useWords() ?? words;
  const t = useTranslations("panel");
  const noSuch = useTranslations("refusal")("unknown-idea");
  const { delegation } = useSeat();
  const state = useRecordState();
  const here = place === "report" ? "" : place;
  const opened = useOpened(here);
  const thread = useOpenThread(here);
  const news = <NewHere thread={thread} />;
  const idea = IdeaId.safeParse(place).success ? state.ideas[place] : undefined;
  if (place === "report") {
    return thread.within(
      <>
        {news}
        <header>
          <h2 id="panel-heading" tabIndex={-1}>
            {t("whole")}
          </h2>
        </header>
        <div ref={thread.sight}>
          {opened ? (
            <>
              <Unattributed place="" />
              <Statements place="" />
              <Comments target={{ on: "report" }} />
            </>
          ) : (
            <p className="mute">{t("opening")}</p>
          )}
        </div>
        <InternalNotes target={{ on: "report" }} />
      </>,
    );
  }
  if (idea === undefined && IdeaId.safeParse(place).success) return <p className="empty">{noSuch}</p>;
  if (idea === undefined) {
    return thread.within(
      <>
        {news}
        <header>
          <h2 id="panel-heading" tabIndex={-1}>
            {t("paragraph", { key: place })}
          </h2>
          <BringEverybody place={place} />
        </header>
        <Declarations place={place} />
        {delegation !== null && (
          <Declare what="dissociation" target={{ on: "paragraph", paragraph: ParagraphKey.parse(place) }} />
        )}
        <div ref={thread.sight}>
          {opened ? (
            <>
              <Unattributed place={place} />
              <Statements place={place} />
              <Comments target={{ on: "paragraph", paragraph: ParagraphKey.parse(place) }} words={chosen} />
            </>
          ) : (
            <p className="mute">{t("opening")}</p>
          )}
        </div>
        <InternalNotes target={{ on: "paragraph", paragraph: ParagraphKey.parse(place) }} />
      </>,
    );
  }
  const title = titles[idea.id]?.title;
  return thread.within(
    <>
      {news}
      <header>
        <h2 id="panel-heading" tabIndex={-1}>
          {t("ideaWord")}{" "}
          <span className="chip on">
            <bdi translate="no">{idea.id}</bdi>
          </span>
        </h2>
        <p className="quote" lang="zh-Hans" dir="ltr">
          {idea.quote}
        </p>
        {title && (
          <p className="small mute">
            {t("unofficial")} <span lang="zh-Hans">{title.zh}</span> · <span lang="en">{title.en}</span>
          </p>
        )}
        {idea.provisional && <p className="tiny mute">{t("provisional")}</p>}
        <BringEverybody place={idea.id} />
      </header>
      {delegation !== null && <OurPosition idea={idea} />}
      {delegation !== null && <Declare what="dissociation" target={{ on: "idea", idea: idea.id }} />}
      <div ref={thread.sight}>
        {opened ? (
          <>
            <PositionsSoFar idea={idea.id} />
            <Unattributed place={idea.id} />
            <Statements place={idea.id} />
            <Comments target={{ on: "idea", idea: idea.id }} />
          </>
        ) : (
          <p className="mute">{t("opening")}</p>
        )}
      </div>
      <InternalNotes target={{ on: "idea", idea: idea.id }} />
    </>,
  );
}
