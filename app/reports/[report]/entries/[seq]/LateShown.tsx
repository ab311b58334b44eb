/** What came after the deadline: of the entry it is sealed in, where it stands; of its admission, how it is proven. */
import { useFormatter, useTranslations } from "next-intl";
import { heldAt } from "#deliberation/by-seq";
import type { Body } from "#deliberation/entry";
import type { Seq } from "#deliberation/ids";
import type { LateWords, State } from "#deliberation/state";
import { LateMark } from "../../../../_ui/LateMark.tsx";

interface Props {
  id: string;
  state: State;
  body: Body | undefined;
  seq: Seq;
}

export function LateShown({ id, state, body, seq }: Props) {
  const [t, format] = [useTranslations("late"), useFormatter()];
  const sealed = heldAt(state.late, seq);
  if (sealed !== undefined) return <p className="small">{whatBecame(sealed, t)}</p>;
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

function whatBecame(
  { withdrawn, admitted }: LateWords,
  t: ReturnType<typeof useTranslations<"late">>,
): string {
  if (admitted !== null) return t("admittedAs", { entry: admitted.seq });
  return t(withdrawn === null ? "waiting" : "withdrawn");
}
