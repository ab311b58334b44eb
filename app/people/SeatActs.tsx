"use client";
/** What the secretariat does with a seat and its person. */
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "../_ui/ActDialog.tsx";
import {
  CitedFields,
  DayField,
  type DelegationChoice,
  dayBegins,
  dayEnds,
  NO_DOCUMENT,
  PlaceFields,
  placeFrom,
  ReasonField,
} from "../_ui/seat-fields.tsx";
import { post } from "../_ui/submit.ts";
import { TakeSeatBack } from "../_ui/TakeBack.tsx";

interface Props {
  seat: string;
  person: string;
  name: string;
  /** Day the seat ends, as it stands. */
  until: string;
  /** Whether it has not ended: then its end is moved, and it is taken back. */
  runs: boolean;
  /** Nobody shuts themselves out. */
  own: boolean;
  /** Whether the person's credentials can be contested: in a delegation, and not contested yet. */
  contestable: boolean;
  delegations: readonly DelegationChoice[];
}

export function SeatActs({ seat, person, name, until, runs, own, contestable, delegations }: Props) {
  return (
    <div className="acts seat-acts">
      {runs && <MoveEnd seat={seat} name={name} until={until} />}
      {runs && !own && <TakeSeatBack seat={seat} name={name} />}
      <GiveSeat person={person} name={name} delegations={delegations} />
      {contestable && <Contest of={{ person }} name={name} />}
    </div>
  );
}

function MoveEnd({ seat, name, until }: Pick<Props, "seat" | "name" | "until">) {
  const t = useTranslations("people");
  const router = useRouter();
  const [day, setDay] = useState(until);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      quiet
      ask={t("moveEnd")}
      named={t("moveEndOf", { name })}
      title={t("moveEndTitle", { name })}
      says={t("moveEndSays")}
      confirm={t("moveEndConfirm")}
      act={() => post("/api/v1/people/seats/until", { seat, until: dayEnds(day), reason })}
      onDone={() => router.refresh()}
    >
      <DayField label={t("untilDay")} value={day} onChange={setDay} />
      <ReasonField value={reason} onChange={setReason} required />
    </ActDialog>
  );
}

function GiveSeat({ person, name, delegations }: Pick<Props, "person" | "name" | "delegations">) {
  const t = useTranslations("people");
  const router = useRouter();
  const [place, setPlace] = useState<Parameters<typeof placeFrom>[0]>({ where: "", inDelegation: "drafter" });
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [cites, setCites] = useState(NO_DOCUMENT);
  const give = () => {
    const days = { from: dayBegins(from), until: dayEnds(until) };
    return post("/api/v1/people/seats", { person, place: placeFrom(place), ...days, cites });
  };
  return (
    <ActDialog
      quiet
      ask={t("giveSeat")}
      named={t("giveSeatTo", { name })}
      title={t("giveSeatTitle", { name })}
      says={t("giveSeatSays")}
      confirm={t("giveSeatConfirm")}
      act={give}
      onDone={() => router.refresh()}
    >
      <PlaceFields value={place} onChange={setPlace} delegations={delegations} />
      <DayField label={t("fromDay")} value={from} onChange={setFrom} />
      <DayField label={t("untilDay")} value={until} onChange={setUntil} />
      <CitedFields value={cites} onChange={setCites} />
    </ActDialog>
  );
}

/** Contests the credentials of a person, or of a delegation. */
export function Contest({ of, name }: { of: { person: string } | { delegation: string }; name: string }) {
  return <CredentialsAct act="contest" path="/api/v1/people/credentials" asked={{ of }} name={name} />;
}

export function Settle({ contest, name }: { contest: string; name: string }) {
  return (
    <CredentialsAct act="settle" path="/api/v1/people/credentials/settled" asked={{ contest }} name={name} />
  );
}

interface CredentialsProps {
  act: "contest" | "settle";
  path: string;
  asked: object;
  name: string;
}

function CredentialsAct({ act, path, asked, name }: CredentialsProps) {
  const t = useTranslations("credentials");
  const router = useRouter();
  const [cites, setCites] = useState(NO_DOCUMENT);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      quiet
      ask={t(act)}
      named={t(`${act}Of`, { name })}
      title={t(`${act}Title`, { name })}
      says={t(`${act}Says`)}
      confirm={t(`${act}Confirm`)}
      act={() => post(path, { ...asked, cites, ...(reason.trim() !== "" && { reason }) })}
      onDone={() => router.refresh()}
    >
      <CitedFields value={cites} onChange={setCites} />
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
}
