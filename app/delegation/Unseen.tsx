"use client";
/** Whether one's name stands in the drafts one has open, for colleagues. Others never see it. */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { isUnseen, setUnseen } from "../_live/unseen.ts";

export function Unseen() {
  const t = useTranslations("people");
  const [unseen, setIs] = useState(false);
  useEffect(() => setIs(isUnseen()), []);
  return (
    <p>
      <label>
        <input
          type="checkbox"
          checked={unseen}
          onChange={(event) => {
            const asked = event.target.checked;
            if (setUnseen(asked)) setIs(asked);
          }}
        />{" "}
        {t("unseen")}
      </label>
    </p>
  );
}
