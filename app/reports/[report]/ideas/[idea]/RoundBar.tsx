/** One round's bar: does-not-support before the axis, support after it. The figures stand below it as words. */
import type { ByStance } from "#deliberation/count";
import type { Scale } from "./Compared.tsx";

export function RoundBar({ members, scale }: { members: ByStance; scale: Scale }) {
  const share = (count: number, most: number) => ({ inlineSize: `${(100 * count) / most}%` });
  return (
    <div
      className="round-bar"
      aria-hidden="true"
      style={{ gridTemplateColumns: `${scale.before}fr auto ${scale.after}fr` }}
    >
      <span>
        <i className="b-n" style={share(members["does-not-support"].length, scale.before)} />
      </span>
      <i className="axis" />
      <span>
        <i className="b-s" style={share(members.support.length, scale.after)} />
        <i className="b-w" style={share(members["support-with-wording"].length, scale.after)} />
      </span>
    </div>
  );
}
