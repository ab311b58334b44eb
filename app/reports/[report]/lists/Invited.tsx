"use client";
/** Links of invitations, shown once: nobody can read them again. */
import { useTranslations } from "next-intl";
import type { ListAnswer } from "../../../_ui/submit.ts";

export function Invited({ invited }: { invited: ListAnswer["invited"] }) {
  const t = useTranslations("lists");
  if (invited.length === 0) return null;
  return (
    <>
      <p className="warning">{t("invited")}</p>
      <ul className="plain">
        {invited.map(({ email, token }) => (
          <li key={token}>
            <bdi translate="no">{email}</bdi>{" "}
            <code className="hash" translate="no">
              {`${window.location.origin}/invitation/${token}`}
            </code>
          </li>
        ))}
      </ul>
    </>
  );
}
