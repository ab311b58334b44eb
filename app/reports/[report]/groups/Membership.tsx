"use client";
/** A delegation joins a group or leaves it, from the moment of the entry on. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DelegationKey } from "#deliberation/ids";
import { assemblyOf } from "#deliberation/membership";
import { takesPart } from "#deliberation/standing";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useNames } from "../../../_ui/names.ts";
import { RecordDialog } from "../rounds/RecordDialog.tsx";
import { DelegationField } from "./Registering.tsx";

/** @param delegation a member that is to leave; without it one is chosen that is to join. */
export function ChangeMembership({
  group,
  delegation,
}: {
  group: DelegationKey;
  delegation?: DelegationKey;
}) {
  const t = useTranslations("groups");
  const state = useRecordState();
  const name = useNames();
  const [who, setWho] = useState("");
  const within = (state.memberships[group] ?? []).filter(({ until }) => until === null);
  const others = assemblyOf(state)
    .filter((one) => takesPart(one) && !within.some(({ delegation: key }) => key === one.key))
    .map(({ key }) => key);
  const id = delegation === undefined ? `join-${group}` : `leave-${group}-${delegation}`;
  const asked = { kind: "group.membership.changed", group };
  return (
    <RecordDialog
      name={id}
      ask={t(delegation === undefined ? "join" : "leave")}
      title={
        delegation === undefined
          ? t("joinOf", { group: name(group) })
          : t("leaveOf", { name: name(delegation), group: name(group) })
      }
      says={t("membershipSays")}
      confirm={t(delegation === undefined ? "joinConfirm" : "leaveConfirm")}
      read={() => {
        if (delegation !== undefined) return { asked: { ...asked, delegation, change: "left" } };
        if (who === "") return { faults: { [`${id}-who`]: "delegation" } };
        return { asked: { ...asked, delegation: who, change: "joined" } };
      }}
      onRecorded={() => setWho("")}
    >
      {delegation === undefined && (
        <DelegationField id={`${id}-who`} keys={others} value={who} onChange={setWho} />
      )}
    </RecordDialog>
  );
}
