"use client";
/** What a change of standing would change, said before it is recorded. */
import { useFormatter, useTranslations } from "next-intl";
import { asOf, groupsOf, memberStates } from "#deliberation/membership";
import { type DelegationState, type StandingStep, standing } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { Heard } from "../../../_ui/Heard.tsx";
import { useNames } from "../../../_ui/names.ts";

/** @param successor of whom nothing is inherited, when there is one. */
export function Changes({
  one,
  to,
  successor = "",
}: {
  one: DelegationState;
  to: StandingStep["kind"];
  successor?: string;
}) {
  const [t, format] = [useTranslations("delegations.changes"), useFormatter()];
  const name = useNames();
  const state = useRecordState();
  const before = memberStates(state).length;
  const after = before + Number(to === "member") - Number(one.kind === "member");
  const count = Object.values(state.positions).filter((on) => standing(on[one.key]) !== null).length;
  const groups = groupsOf(state, one.key, asOf(state, browserNow())).map(name);
  return (
    <Heard as="div">
      <h3>{t("title")}</h3>
      <ul>
        {before !== after && <li>{t("total", { before, after })}</li>}
        {count > 0 && <li>{t("positions", { count, to })}</li>}
        {to === "former" && groups.length > 0 && <li>{t("groups", { groups: format.list(groups) })}</li>}
        {to === "former" && one.kind !== "former" && <li>{t("silent")}</li>}
        {to !== "former" && one.kind === "former" && <li>{t("again")}</li>}
        {successor !== "" && <li>{t("keeps", { name: name(one.key), successor: name(successor) })}</li>}
      </ul>
    </Heard>
  );
}
