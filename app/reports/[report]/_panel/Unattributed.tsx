"use client";
/** What was said on a place in rounds without attribution: by nobody, in the order of hashes; our own marked for us alone. */
import { useTranslations } from "next-intl";
import { totalsShown } from "#deliberation/count";
import { STANCES } from "#deliberation/entry";
import { scriptOf } from "#deliberation/script";
import { openRound, type UnattributedWords } from "#deliberation/state";
import { type Figures, figuresOn, stands, unattributedOn } from "#deliberation/unattributed";
import { useShownState } from "../../../_live/unread.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { Difference } from "../../../_ui/Difference.tsx";
import { Disposition } from "../../../_ui/Disposition.tsx";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { StanceToken } from "../../../_ui/Stance.tsx";
import { Withdraw } from "../../../_ui/Withdraw.tsx";
import { useReplying } from "./replying.tsx";

/** @param place as in the state: an idea's number, a paragraph's key, or empty for the report as a whole. */
export function Unattributed({ place }: { place: string }) {
  const t = useTranslations("unattributed");
  const state = useShownState();
  // A stance alone stands in the figures: as a line of its own it could be counted.
  const said = unattributedOn(state, place).filter((one) => one.words !== null || one.wording !== null);
  const figures = totalsShown(state) ? figuresOn(state, place) : [];
  const rounds = [...new Set([...figures, ...said].map(({ round }) => round))];
  if (rounds.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="without-attribution">
      <h3 id="without-attribution">{t("title")}</h3>
      {rounds
        .sort((a, b) => Number(b) - Number(a))
        .map((round) => (
          <div key={round}>
            <p className="small mute">{t("decided", { round })}</p>
            {figures
              .filter((one) => one.round === round)
              .map((one) => (
                <FiguresShown key={round} {...one} />
              ))}
            {said
              .filter((one) => one.round === round)
              .map((one) => (
                <Words key={one.seq} said={one} />
              ))}
          </div>
        ))}
    </section>
  );
}

/** [Q5] */
function FiguresShown({ round, of }: Figures) {
  const t = useTranslations("unattributed");
  return (
    <figure>
      <figcaption className="small">{t("figures", { round })}</figcaption>
      <ul className="untold">
        {STANCES.map((stance) => (
          <li key={stance}>
            <StanceToken stance={stance} /> {of[stance] ?? t("fewer")}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Words({ said }: { said: UnattributedWords }) {
  const [t, all] = [useTranslations("unattributed"), useTranslations()];
  const state = useShownState();
  const { report, delegation, writes } = useSeat();
  const { reply } = useReplying();
  const { seq, stance, commentKind, words, wording, target, replyTo, withdrawn, replaced } = said;
  const isOwn = delegation !== null && said.author === delegation;
  const mayReply =
    writes &&
    said.audience === "everyone" &&
    openRound(state, browserNow())?.modalities.attribution === "unattributed";
  const heading = `unattributed-${seq}`;
  return (
    <article className="cmt" id={`entry-${seq}`} aria-labelledby={heading}>
      <header>
        <b id={heading}>{t("title")}</b>{" "}
        {stance === null ? (
          <span className="k">{all(`commentKind.${commentKind ?? "general"}`)}</span>
        ) : (
          <StanceToken stance={stance} />
        )}{" "}
        {replaced !== null && <span className="k">{t("replaced")}</span>}{" "}
        {said.audience !== "everyone" && <span className="k">{all(`audience.${said.audience}`)}</span>}
      </header>
      {isOwn && <p className="small own-untold">{t("yours")}</p>}
      {replyTo !== null && (
        <p className="small">
          <a href={`/reports/${report}/entries/${replyTo}`}>{t("inReply", { seq: replyTo })}</a>
        </p>
      )}
      {withdrawn !== null ? (
        <p className="mute">{t("withdrawn")}</p>
      ) : (
        <>
          {target.on === "words" && (
            <p className="small quote">
              <q lang="zh-Hans">{target.exact}</q>
            </p>
          )}
          {words !== null && <Said words={words} lang={scriptOf(words)} />}
          {wording !== null && target.on === "idea" && (
            <Difference
              before={state.ideas[target.idea]?.quote ?? ""}
              after={wording}
              lang={state.text?.lang ?? scriptOf(wording)}
            />
          )}
        </>
      )}
      <Disposition entry={seq} own={false} />
      <footer>
        {mayReply && withdrawn === null && (
          <button type="button" className="link" onClick={() => reply(seq)}>
            {all("comments.reply")}
          </button>
        )}{" "}
        <a href={`/reports/${report}/entries/${seq}`}>{all("comments.entry", { seq })}</a>{" "}
        {isOwn && stands(said) && (
          <Withdraw
            entry={seq}
            kind={stance === null ? "comment.withdrawn" : "position.withdrawn"}
            label={all(stance === null ? "comments.withdraw" : "position.withdraw")}
          />
        )}
      </footer>
    </article>
  );
}
