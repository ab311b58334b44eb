"use client";
/** Giving a right, until a day or until further notice, and taking it away. */
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { RefusalNotice } from "../_ui/Refusal.tsx";
import { endRight, giveRight } from "../_ui/submit.ts";

interface Props {
  seat: string;
  right: "clearing" | "submitting";
  held: boolean;
  name: string;
}

export function Right({ seat, right, held, name }: Props) {
  const t = useTranslations();
  const router = useRouter();
  const id = useId();
  const [until, setUntil] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const change = async () => {
    setRefused(null);
    // The whole of the last day, wherever the person is.
    const end = until === "" ? null : new Date(`${until}T23:59:59.999Z`).toISOString();
    const answer = held ? await endRight(seat, right) : await giveRight(seat, right, end);
    if ("code" in answer) setRefused(answer.code);
    else router.refresh();
  };
  const what = { right: t(`right.${right}`), name };
  return (
    <span className="give">
      {!held && (
        <>
          <label htmlFor={id}>{t("people.until")}</label>{" "}
          <input id={id} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />{" "}
        </>
      )}
      <button
        type="button"
        className="btn"
        onClick={change}
        aria-label={t(held ? "people.takeWhat" : "people.giveWhat", what)}
      >
        {t(held ? "people.take" : "people.give")}
      </button>
      {refused !== null && <RefusalNotice code={refused} />}
    </span>
  );
}
