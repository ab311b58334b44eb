/** What came after the deadline: of the entry it is sealed in, where it stands; of its admission, how it is proven. */
import { useFormatter, useTranslations } from "next-intl";
import { heldAt } from "#deliberation/by-seq";
import type { Body } from "#deliberation/entry";
import type { DelegationKey, Seq } from "#deliberation/ids";
import { LATE_WITHDRAWAL } from "#deliberation/late";
import type { LateWords, State } from "#deliberation/state";
import { LateMark } from "../../../../_ui/LateMark.tsx";
import { Said } from "../../../../_ui/Said.tsx";
import { Withdraw } from "../../../../_ui/Withdraw.tsx";

interface Props {
  id: string;
  state: State;
  body: Body | undefined;
  seq: Seq;
  /** The reader's own delegation. */
  own: DelegationKey | null;
}

interface Became {
  id: string;
  late: LateWords;
  own: DelegationKey | null;
}

export function LateShown({ id, state, body, seq, own }: Props) {
  const [t, format] = [useTranslations("late"), useFormatter()];
  const sealed = heldAt(state.late, seq);
  if (sealed !== undefined) {
    return (
      <>
        <WhatBecame id={id} late={sealed} own={own} />
        {sealed.body.kind === "statement.made" && <Said words={sealed.body.words} lang={sealed.body.lang} />}
      </>
    );
  }
  if (body?.kind !== "late.admitted") return null;
  const { entry, receivedAt: at, said } = body;
  const time = format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <p className="small">
      <LateMark late={{ entry, at }} /> {t("received", { time, round: said.round })} ·{" "}
      <a href={`/reports/${id}/entries/${entry}`}>{t("sealedIn", { entry })}</a>. {t("proof")}
    </p>
  );
}

function WhatBecame({ id, late: { seq, body, withdrawn, admitted }, own }: Became) {
  const t = useTranslations("late");
  if (admitted !== null) {
    return (
      <p className="small">
        <a href={`/reports/${id}/entries/${admitted.seq}`}>{t("admittedAs", { entry: admitted.seq })}</a>
      </p>
    );
  }
  if (withdrawn !== null) return <p className="small">{t("withdrawn")}</p>;
  return (
    <>
      <p className="small warning">{t("waiting")}</p>
      {body.by.delegation === own && (
        <Withdraw entry={seq} kind={LATE_WITHDRAWAL[body.kind]} label={t("withdraw")} />
      )}
    </>
  );
}
