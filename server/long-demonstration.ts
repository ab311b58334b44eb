/** A demonstration as long as one likes: to see how screens and papers hold up after years. The same every time. */
import { DEMO_DELEGATIONS } from "#db/seed/demonstration";
import { DEMO_PHRASES } from "#db/seed/demonstration-words";
import { CommentKind, STANCES } from "#deliberation/entry";
import type { State } from "#deliberation/state";

/** Says something in a delegation's name and tells its entry's number. */
export type Speak = (delegation: string, draft: string, fields: object) => Promise<number>;

/** One paragraph is talked about by everybody. */
const CROWDED = "17";
const ON_CROWDED = 1_000;
/** Told in one batch: no two of them are of the same draft. */
const AT_ONCE = 20;
const KINDS = CommentKind.options;

/** @param entries how many the record is to hold. */
export async function lengthen(state: State, entries: number, speak: Speak): Promise<void> {
  const ideas = Object.keys(state.ideas);
  const places = state.text?.paragraphs ?? [];
  const delegations = DEMO_DELEGATIONS.map(({ key }) => key);
  const comments: { seq: number; target: object; delegation: string }[] = [];
  const of = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;

  async function say(n: number): Promise<void> {
    const delegation = of(delegations, n * 7 + Math.floor(n / 9));
    const { lang, words } = of(DEMO_PHRASES, n * 5);
    const said = { lang, words: `${words} (${n})` };
    const comment = (more: object) =>
      speak(delegation, `comment.${uuid(n)}`, {
        ...{ kind: "comment.made", audience: "everyone", commentKind: of(KINDS, n) },
        ...said,
        ...more,
      });
    const idea = of(ideas, n * 11);
    if (n < ON_CROWDED) await comment({ target: { on: "paragraph", paragraph: CROWDED } });
    else if (n % 5 === 0) {
      const stance = of(STANCES, n / 5 + Math.floor(n / 35));
      const wording =
        stance === "support-with-wording" ? { wording: `${state.ideas[idea]?.quote}（${n}）` } : {};
      await speak(delegation, `position.${idea}`, {
        kind: "position.stated",
        idea,
        stance,
        ...said,
        ...wording,
      });
    } else if (n % 5 === 1 && comments.length > 0) {
      const parent = of(comments, n * 13);
      await comment({ target: parent.target, replyTo: parent.seq });
    } else {
      const paragraph = of(places, n * 3);
      const target = n % 2 === 0 ? { on: "idea", idea } : { on: "paragraph", paragraph };
      comments.push({ seq: await comment({ target }), target, delegation });
    }
  }

  let n = 0;
  for (let left = entries - state.head.seq; left > 0; left -= AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, left) }, () => say(n++));
    await Promise.all(batch);
  }
}

/** A made-up id of the form that comments' drafts have: the same at every start. */
function uuid(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}
