"use client";
/** Admitting a delegation: its lasting key, whether Member State or observer, its names. */
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DelegationKey } from "#deliberation/ids";
import { useAnnounce } from "../../../_ui/Announcer.tsx";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { newId, submit } from "../../../_ui/submit.ts";
import { allNames, NameFields } from "./NameFields.tsx";

const KINDS = ["member", "observer"] as const;

export function Admit() {
  const t = useTranslations("delegations");
  const { report } = useSeat();
  const announce = useAnnounce();
  const [key, setKey] = useState("");
  const [kind, setKind] = useState<(typeof KINDS)[number]>("member");
  const [names, setNames] = useState({});
  const [refused, setRefused] = useState<string | null>(null);
  const admit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    const [delegation, all] = [DelegationKey.safeParse(key.trim()), allNames(names)];
    if (!delegation.success || all === null) return setRefused("malformed");
    const asked = { delegation: delegation.data, delegationKind: kind, names: all };
    const answer = await submit(report, { id: newId(), kind: "delegation.admitted", ...asked });
    if ("code" in answer) return setRefused(answer.code);
    announce(t("admitted"));
    setKey("");
    setNames({});
  };
  return (
    <details>
      <summary>{t("admit")}</summary>
      <form onSubmit={admit} noValidate>
        <div className="field">
          <label htmlFor="delegation-key">{t("key")}</label>
          <input
            id="delegation-key"
            value={key}
            dir="ltr"
            translate="no"
            aria-describedby="delegation-key-hint"
            onChange={(event) => setKey(event.target.value)}
          />
          <span className="small mute" id="delegation-key-hint">
            {t("keyHint")}
          </span>
        </div>
        <fieldset>
          <legend>{t("kind")}</legend>
          {KINDS.map((one) => (
            <label className="check" key={one}>
              <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />{" "}
              {t(`of.${one}`)}
            </label>
          ))}
        </fieldset>
        <NameFields id="admit" names={names} onChange={setNames} />
        {refused !== null && <RefusalNotice code={refused} draft={false} />}
        <div className="acts">
          <button type="submit" className="btn pri">
            {t("admitConfirm")}
          </button>
        </div>
      </form>
    </details>
  );
}
