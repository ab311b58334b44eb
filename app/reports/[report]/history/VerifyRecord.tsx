"use client";
/** Is the record intact? Answered by the reader's own browser, on demand. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Verified, verifyRecord } from "../../../_live/verifying.ts";
import { Heard } from "../../../_ui/Heard.tsx";
import { Icon } from "../../../_ui/Stance.tsx";

export function VerifyRecord({ report }: { report: string }) {
  const t = useTranslations("verify");
  const [found, setFound] = useState<Verified | "busy" | "failed" | null>(null);
  const check = () => {
    setFound("busy");
    verifyRecord(report).then(setFound, () => setFound("failed"));
  };
  return (
    <section className="sec" aria-labelledby="verify-title">
      <h2 id="verify-title">{t("title")}</h2>
      <p className="small">{t("sentence")}</p>
      <p className="acts">
        <button
          type="button"
          className="btn"
          aria-disabled={found === "busy"}
          onClick={() => found !== "busy" && check()}
        >
          {t("check")}
        </button>
      </p>
      <Heard as="div">
        {found === "busy" && <p>{t("busy")}</p>}
        {found === "failed" && <p>{t("failed")}</p>}
        {found !== null && typeof found === "object" && <Found found={found} />}
      </Heard>
    </section>
  );
}

function Found({ found }: { found: Verified }) {
  const t = useTranslations("verify");
  const { intact, entries, head, fault, signed, forged, key } = found;
  return (
    <>
      <p>
        <Icon name={intact ? "check" : "alert"} />{" "}
        <b>
          {fault !== null
            ? t("broken", { seq: fault.seq })
            : t(intact ? "intact" : "forged", { entries, forged })}
        </b>
      </p>
      <dl className="facts">
        <div>
          <dt>{t("head")}</dt>
          <dd>
            <code className="hash">{head}</code>
          </dd>
        </div>
        <div>
          <dt>{t("signed")}</dt>
          <dd>{signed === null ? t("unchecked") : t("signatures", { count: signed })}</dd>
        </div>
        <div>
          <dt>{t("key")}</dt>
          <dd>
            <code className="hash">{key}</code>
          </dd>
        </div>
      </dl>
    </>
  );
}
