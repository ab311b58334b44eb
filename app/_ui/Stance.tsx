/** A stance by shape, colour and word; never by colour alone. */
import { useTranslations } from "next-intl";
import type { Token } from "#deliberation/matrix-cell";

/** The shape alone, for where a word, number or accessible name stands beside it. */
export function StanceShape({ stance }: { stance: Token }) {
  return (
    <svg className={`st st-${stance}`} aria-hidden="true">
      <use href={`#st-${stance}`} />
    </svg>
  );
}

export function StanceToken({ stance, count }: { stance: Token; count?: number }) {
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
