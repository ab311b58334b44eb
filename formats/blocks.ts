/** What a paper to be read holds, block by block, whatever form it is written in. */
import type { DelegationKey, IdeaId, Lang, Seq } from "#deliberation/ids";
import type { Paragraph } from "#deliberation/report";

export type PaperBlock =
  /** 1 a section of the report, 2 an idea or what was said on a paragraph, 3 a part of that. */
  | { kind: "heading"; level: 1 | 2 | 3; text: string; lang: string }
  /** A paragraph of the official text, with its ideas set bold. */
  | { kind: "official"; paragraph: Paragraph; ideas: readonly { id: IdeaId; quote: string }[] }
  /** Names after what they have in common. */
  | { kind: "names"; head: string; names: string }
  /** A suggested wording, in brackets with everybody behind it; `quote` is what it would replace. */
  | {
      kind: "wording";
      label: string;
      who: string;
      by: DelegationKey[];
      wording: string;
      lang: Lang;
      quote: string;
      entry: Seq;
    }
  /** One thing said: by whom, the facts of it, and the words in their own language. */
  | { kind: "item"; who: string; facts: string; words: string | null; lang: Lang | null }
  | { kind: "plain"; text: string; lang: string };
