"use client";
/** All silence procedures, the latest first, as the record has them at this moment. */
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { SilenceCard } from "./SilenceCard.tsx";

// Whoever only reads need not load the form. It proposes a deadline by the browser's clock: not one by the server's.
const StartSilence = dynamic(() => import("./StartSilence.tsx").then((it) => it.StartSilence), {
  ssr: false,
});

export function SilenceList({ runs }: { runs: boolean }) {
  const t = useTranslations("silence");
  const silences = useLive((state) => state.silences);
  const all = Object.values(silences).sort((a, b) => b.seq - a.seq);
  return (
    <>
      {runs && <StartSilence />}
      {all.length === 0 && <p>{t("none")}</p>}
      {all.map((silence) => (
        <SilenceCard key={silence.seq} silence={silence} runs={runs} />
      ))}
    </>
  );
}
