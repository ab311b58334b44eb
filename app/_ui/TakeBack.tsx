"use client";
/** Taking a seat or an invitation back, at once. */
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "./ActDialog.tsx";
import { ReasonField } from "./seat-fields.tsx";
import { post } from "./submit.ts";

export function TakeSeatBack({ seat, name }: { seat: string; name: string }) {
  const t = useTranslations("people");
  const router = useRouter();
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      quiet
      ask={t("takeBack")}
      named={t("takeBackOf", { name })}
      title={t("takeBackTitle", { name })}
      says={t("takeBackSays")}
      confirm={t("takeBackConfirm")}
      act={() => post("/api/v1/people/seats/end", { seat, reason })}
      onDone={() => router.refresh()}
    >
      <ReasonField value={reason} onChange={setReason} required />
    </ActDialog>
  );
}

export function RevokeInvitation({ invitation, email }: { invitation: string; email: string }) {
  const t = useTranslations("invitation");
  const router = useRouter();
  return (
    <ActDialog
      quiet
      ask={t("revoke")}
      named={t("revokeOf", { email })}
      title={t("revokeTitle", { email })}
      says={t("revokeSays")}
      confirm={t("revoke")}
      act={() => post("/api/v1/people/invitations/end", { invitation })}
      onDone={() => router.refresh()}
    />
  );
}
