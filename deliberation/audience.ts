/** [S3] How wide an entry is heard: words no wider than their round allows, what is said of an entry no wider than it. */

import { heldAt } from "./by-seq.ts";
import type { Audience } from "./entry.ts";
import type { RoundId, Seq } from "./ids.ts";
import { lastOpened, positionAt, type State } from "./state.ts";
import type { Submission } from "./submission.ts";

const WIDTH: Record<Audience, number> = { everyone: 2, facilitators: 1, secretariat: 0 };

/** Whether all who hear `inner` hear `outer`. */
export function isAsWide(outer: Audience, inner: Audience): boolean {
  return WIDTH[outer] >= WIDTH[inner];
}

function narrower(a: Audience, b: Audience): Audience {
  return WIDTH[a] < WIDTH[b] ? a : b;
}

export function audienceOf(state: State, submission: Submission): Audience {
  switch (submission.kind) {
    case "position.stated":
    case "statement.made":
    case "comment.made": {
      const { content } = submission;
      const heard = audienceOfWords(state, content);
      return content.late ? narrower("facilitators", heard) : heard;
    }
    case "late.admitted": {
      const late = heldAt(state.late, submission.entry);
      return late === undefined ? "everyone" : audienceOfWords(state, late.body);
    }
    case "statement.received":
      return state.rounds[submission.round]?.modalities.audience ?? "everyone";
    case "reply.exercised": {
      const { round, entry } = submission.content;
      const ofRound = state.rounds[round]?.modalities.audience ?? "everyone";
      return narrower(ofRound, audienceOfEntry(state, entry));
    }
    case "dissociation.declared": {
      const ofRound = lastOpened(state)?.modalities.audience ?? "everyone";
      const { target } = submission.content;
      return target.on === "statement" ? narrower(ofRound, audienceOfEntry(state, target.entry)) : ofRound;
    }
    case "participation.declared":
      return lastOpened(state)?.modalities.audience ?? "everyone";
    case "declaration.withdrawn":
      return heldAt(state.declarations, submission.entry)?.audience ?? "everyone";
    case "alignment.declared":
    case "wording.associated":
    case "entry.corrected":
    case "statement.confirmed":
    case "disposition.answered":
      return audienceOfEntry(state, submission.content.entry);
    case "disposition.given":
      return audienceOfEntry(state, submission.answers[0]?.to[0]?.entry ?? (0 as Seq));
    case "position.withdrawn":
    case "comment.withdrawn":
    case "statement.withdrawn":
    case "entry.annulled":
      return audienceOfEntry(state, submission.entry);
    default:
      return "everyone";
  }
}

/** Of words said in time, and of late ones once they are admitted. */
function audienceOfWords(
  state: State,
  said: { round: RoundId; audience?: Audience; replyTo?: Seq | undefined },
): Audience {
  const ofRound = state.rounds[said.round]?.modalities.audience ?? "everyone";
  const asked = narrower(said.audience ?? "everyone", ofRound);
  return said.replyTo === undefined ? asked : narrower(asked, audienceOfEntry(state, said.replyTo));
}

export function audienceOfEntry(state: State, seq: Seq): Audience {
  const own =
    heldAt(state.comments, seq) ??
    heldAt(state.statements, seq) ??
    heldAt(state.late, seq) ??
    heldAt(state.unattributed, seq);
  if (own !== undefined) return own.audience;
  const revision = positionAt(state, seq);
  return (revision && state.rounds[revision.round]?.modalities.audience) ?? "everyone";
}
