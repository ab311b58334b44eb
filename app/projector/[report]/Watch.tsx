"use client";
/** Brings what was said and chosen since onto the wall, unless it is frozen. Nothing is announced and nothing pops up. */
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { browserNow } from "../../_ui/browser-now.ts";
import { Heard } from "../../_ui/Heard.tsx";
import { projectorOf } from "../../_ui/submit.ts";

const LOOK_MS = 1_500;

interface Props {
  report: string;
  /** What is shown. */
  idea: string | null;
  seq: number;
}

export function Watch({ report, idea, seq }: Props) {
  const t = useTranslations("projector");
  const format = useFormatter();
  const router = useRouter();
  const [frozen, setFrozen] = useState<string | null>(null);
  const shown = useRef({ idea, seq });
  shown.current = { idea, seq };
  useEffect(() => {
    if (frozen !== null) return;
    const look = async () => {
      const answer = await projectorOf(report);
      if ("code" in answer) return;
      if (answer.idea !== shown.current.idea || answer.seq !== shown.current.seq) router.refresh();
    };
    void look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [report, frozen, router]);
  return (
    <p className="freeze">
      {frozen !== null && (
        <Heard as="span" atOnce>
          {t("frozen", {
            time: format.dateTime(new Date(frozen), {
              ...{ hour: "2-digit", minute: "2-digit" },
              timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
            }),
          })}{" "}
        </Heard>
      )}
      <button type="button" className="btn" onClick={() => setFrozen(frozen === null ? browserNow() : null)}>
        {t(frozen === null ? "freeze" : "resume")}
      </button>
    </p>
  );
}
