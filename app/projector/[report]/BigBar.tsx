/** The figures and their bar, as large as they are read from the last row. */
import { getTranslations } from "next-intl/server";
import type { Stand } from "#deliberation/count";
import { StanceShape, StanceToken } from "../../_ui/Stance.tsx";

export async function BigBar({ stand }: { stand: Stand }) {
  const t = await getTranslations("positions");
  const count = (stance: keyof Stand["members"]) => stand.members[stance].length;
  const parts = [
    ["does-not-support", "b-n"],
    ["support", "b-s"],
    ["support-with-wording", "b-w"],
  ] as const;
  return (
    <figure>
      <figcaption>
        {t("sentence", {
          ...{ heard: stand.heard, of: stand.of, support: count("support") },
          ...{ wording: count("support-with-wording"), reservation: count("reservation") },
          ...{ reserved: count("position-reserved"), not: count("does-not-support") },
        })}
      </figcaption>
      {stand.heard > 0 && (
        <div className="bar" aria-hidden="true">
          {parts.map(([stance, name], index) => [
            count(stance) > 0 && (
              <span key={stance} className={name} style={{ flexGrow: count(stance) }}>
                <StanceShape stance={stance} /> {count(stance)}
              </span>
            ),
            index === 0 && <i key="axis" className="b-mid" />,
          ])}
        </div>
      )}
      <div className="aside">
        <StanceToken stance="reservation" count={count("reservation")} />{" "}
        <StanceToken stance="position-reserved" count={count("position-reserved")} />{" "}
        <StanceToken stance="not-stated" count={stand.notStated.length} />{" "}
        {stand.notTakingPart.length > 0 && (
          <StanceToken stance="not-taking-part" count={stand.notTakingPart.length} />
        )}
      </div>
    </figure>
  );
}
