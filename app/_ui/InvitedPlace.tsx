"use client";
/** Where the facilitator says the room is: an offer, never a forced scroll. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConnection } from "../_live/LiveProvider.tsx";
import { called } from "./called.ts";
import { Heard } from "./Heard.tsx";
import { invite } from "./submit.ts";

interface Props {
  report: string;
  /** Whether it is this person's to end. */
  leads: boolean;
}

export function InvitedPlace({ report, leads }: Props) {
  const t = useTranslations("invited");
  const { invited } = useConnection();
  const [answered, setAnswered] = useState("");
  const place = called(invited);
  const answer = () => setAnswered(invited);
  return (
    <Heard as="div" atOnce className="invited">
      {invited !== "" && (leads || invited !== answered) && (
        <p>
          <span>{t.rich(leads ? "leads" : "says", { place: () => <bdi translate="no">{place}</bdi> })}</span>
          {leads ? (
            <button type="button" className="btn" onClick={() => void invite(report, null)}>
              {t("end")}
            </button>
          ) : (
            <>
              <a className="btn" href={`/reports/${report}#${invited}`} onClick={answer}>
                {t("go")}
              </a>
              <button type="button" className="link" onClick={answer}>
                {t("stay")}
              </button>
            </>
          )}
        </p>
      )}
    </Heard>
  );
}
