"use client";
/** Inviting an address to a seat. The link is shown once, to be copied, besides what the e-mail did. */
import { useRouter } from "next/navigation";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { DelegationKey, Lang } from "#deliberation/ids";
import { isolated } from "#deliberation/isolated";
import { LANGUAGES } from "../_i18n/languages.ts";
import { ActDialog } from "./ActDialog.tsx";
import { Heard } from "./Heard.tsx";
import {
  CitedFields,
  DayField,
  type DelegationChoice,
  dayEnds,
  NO_DOCUMENT,
  PlaceFields,
  placeFrom,
} from "./seat-fields.tsx";
import { post } from "./submit.ts";

interface Made {
  link: string;
  expiresAt: string;
  mail: "sent" | "refused" | "unreachable" | "unknown";
}

interface Props {
  /** For the secretariat all of them; null for a head, who invites to `own`. */
  delegations: readonly DelegationChoice[] | null;
  own?: DelegationKey;
}

export function Invite({ delegations, own }: Props) {
  const t = useTranslations("invitation");
  const people = useTranslations("people");
  const [router, locale] = [useRouter(), useLocale()];
  const begin = { where: own ?? "", inDelegation: "drafter" as const };
  const [email, setEmail] = useState("");
  const [place, setPlace] = useState<Parameters<typeof placeFrom>[0]>(begin);
  const [until, setUntil] = useState("");
  const [cites, setCites] = useState(NO_DOCUMENT);
  const [lang, setLang] = useState(locale as Lang);
  const [made, setMade] = useState<(Made & { email: string }) | null>(null);
  const ask = async () => {
    const asked = { email: email.trim(), place: placeFrom(place), until: dayEnds(until), lang };
    const answer = await post("/api/v1/people/invitations", {
      ...asked,
      cites: delegations === null ? null : cites,
    });
    return "code" in answer ? answer : { ...(answer.body as Made), email: asked.email };
  };
  return (
    <>
      <ActDialog
        ask={t("invite")}
        title={t("inviteTitle")}
        says={t(delegations === null ? "saysHead" : "says")}
        confirm={t("confirm")}
        act={ask}
        onDone={(answer) => {
          setMade(answer as Made & { email: string });
          setEmail("");
          setCites(NO_DOCUMENT);
          router.refresh();
        }}
      >
        <label className="field">
          <span>{t("email")}</span>
          <input
            type="email"
            value={email}
            required
            maxLength={254}
            dir="ltr"
            autoComplete="off"
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <PlaceFields value={place} onChange={setPlace} delegations={delegations} />
        <DayField label={people("untilDay")} value={until} onChange={setUntil} />
        {delegations !== null && <CitedFields value={cites} onChange={setCites} />}
        <label className="field">
          <span>{t("lang")}</span>
          <select value={lang} onChange={(event) => setLang(event.target.value as Lang)}>
            {Object.entries(LANGUAGES).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </ActDialog>
      {made !== null && <LinkMade made={made} />}
    </>
  );
}

function LinkMade({ made: { link, email, expiresAt, mail } }: { made: Made & { email: string } }) {
  const t = useTranslations("invitation");
  const format = useFormatter();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link).catch(() => undefined);
    setCopied(true);
  };
  const until = format.dateTime(new Date(expiresAt), { dateStyle: "medium", timeStyle: "short" });
  return (
    <Heard as="div" atOnce className="note link-made">
      <p>
        {t(mail === "sent" ? "sent" : "notSent", { email: isolated(email) })} {t("linkOnce", { until })}
      </p>
      <label className="field">
        <span>{t("link")}</span>
        <input readOnly value={link} dir="ltr" onFocus={(event) => event.target.select()} />
      </label>
      <button type="button" className="btn" onClick={copy}>
        {t(copied ? "copied" : "copy")}
      </button>
    </Heard>
  );
}
