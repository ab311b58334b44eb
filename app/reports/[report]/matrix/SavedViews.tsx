"use client";
/** Views of the matrix under names of one's own: opened by a link, kept as they stand in the address, forgotten. */
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Heard } from "../../../_ui/Heard.tsx";
import { dropView, keepView, type NamedView, type Refused } from "../../../_ui/submit.ts";

interface Props {
  report: string;
  saved: NamedView[];
}

export function SavedViews({ report, saved }: Props) {
  const t = useTranslations("matrix.saved");
  const refusal = useTranslations("refusal");
  const [views, setViews] = useState(saved);
  const [said, setSaid] = useState("");
  const heard = (answer: { views: NamedView[] } | Refused, words: string) => {
    if ("views" in answer) setViews(answer.views);
    setSaid("views" in answer ? words : refusal(refusal.has(answer.code) ? answer.code : "internal"));
  };
  const keep = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name")).trim();
    if (name === "") return;
    // What is opened and closed is in the address alone.
    heard(await keepView(report, { name, query: window.location.search.slice(1) }), t("kept", { name }));
    form.reset();
  };
  const drop = async (name: string) => heard(await dropView(report, name), t("dropped", { name }));
  return (
    <details className="saved-views">
      <summary>{t("title", { count: views.length })}</summary>
      {views.length > 0 && (
        <ul className="plain">
          {views.map(({ name, query }) => (
            <li key={name}>
              <a href={`/reports/${report}/matrix${query === "" ? "" : `?${query}`}`}>
                <bdi>{name}</bdi>
              </a>{" "}
              <button type="button" className="btn quiet" onClick={() => drop(name)}>
                {t("drop")} <span className="vh">{name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={keep}>
        <label className="field">
          <span>{t("name")}</span>
          <input name="name" maxLength={80} required dir="auto" />
        </label>
        <button type="submit" className="btn">
          {t("keep")}
        </button>{" "}
        <Heard as="span" className="small">
          {said}
        </Heard>
      </form>
    </details>
  );
}
