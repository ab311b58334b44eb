"use client";
/** A facilitator's hand on the projector: this idea, each idea as it is opened here, or none. */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { IdeaId } from "#deliberation/ids";
import { useAnnounce } from "../../../../_ui/Announcer.tsx";
import { RefusalNotice } from "../../../../_ui/Refusal.tsx";
import { useSeat } from "../../../../_ui/SeatContext.tsx";
import { project, projectorOf } from "../../../../_ui/submit.ts";

const FOLLOWS = "projector-follows";

export function Project({ idea }: { idea: IdeaId }) {
  const t = useTranslations("projector");
  const announce = useAnnounce();
  const { report } = useSeat();
  const [projected, setProjected] = useState<string | null>(null);
  const [follows, setFollows] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const show = async (what: IdeaId | null) => {
    const answer = await project(report, what);
    if ("code" in answer) return setRefused(answer.code);
    setRefused(null);
    setProjected(what);
    announce(t(what === null ? "off" : "on"));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each idea that is opened.
  useEffect(() => {
    const isFollowing = sessionStorage.getItem(FOLLOWS) !== null;
    setFollows(isFollowing);
    if (isFollowing) void show(idea);
    else void projectorOf(report).then((answer) => "idea" in answer && setProjected(answer.idea));
  }, [idea, report]);
  const follow = (on: boolean) => {
    if (on) sessionStorage.setItem(FOLLOWS, "1");
    else sessionStorage.removeItem(FOLLOWS);
    setFollows(on);
    if (on) void show(idea);
  };
  return (
    <fieldset className="switch">
      <legend className="vh">{t("title")}</legend>
      <button type="button" className="btn" onClick={() => show(projected === idea ? null : idea)}>
        {t(projected === idea ? "takeOff" : "show")}
      </button>
      <label>
        <input type="checkbox" checked={follows} onChange={(event) => follow(event.target.checked)} />{" "}
        {t("follow")}
      </label>
      <a href={`/projector/${report}`} target="_blank" rel="noreferrer">
        {t("open")}
      </a>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
    </fieldset>
  );
}
