/** A stance by shape, colour and word; never by colour alone. */
import { useTranslations } from "next-intl";
import type { Stance } from "#deliberation/entry";

export type Shown = Stance | "not-stated";

/** The shape alone, for where a word, number or accessible name stands beside it. */
export function StanceShape({ stance }: { stance: Shown }) {
  return (
    <svg className={`st st-${stance}`} aria-hidden="true">
      <use href={`#st-${stance}`} />
    </svg>
  );
}

export function StanceToken({ stance, count }: { stance: Shown; count?: number }) {
  const t = useTranslations("stance");
  return (
    <span className="tok">
      <StanceShape stance={stance} /> {count !== undefined && <b>{count}</b>} {t(stance)}
    </span>
  );
}

export function Icon({ name, flip }: { name: string; flip?: boolean }) {
  return (
    <svg className={flip ? "i flip" : "i"} viewBox="0 0 16 16" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
