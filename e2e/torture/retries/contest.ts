/** One id, claimed at the same moment by several: one of them gets it, and the others are told so. */
import { v7 } from "uuid";
import { type Desk, positionSubmission } from "../desk.ts";
import { codeOf, entriesOf, headSeq } from "./case.ts";
import { requestsOf, sendTogether } from "./exchange.ts";

/** What a loser may hear: of one's own two submissions only one can have been cleared. */
const LOST = ["id-taken", "changed-since-clearance"];

/** @returns what does not hold, in plain words. */
export async function faultsOfContest(
  desk: Desk,
  other: Desk,
  idea: string,
  words: string,
): Promise<string[]> {
  const id = v7();
  const mine = positionSubmission(idea, `${words}, mine`, id);
  const changed = positionSubmission(idea, `${words}, changed`, id);
  const theirs = positionSubmission(idea, `${words}, theirs`, id);
  const before = await headSeq(desk);
  await Promise.all([desk.clears(mine), other.clears(theirs)]);
  const requests = [
    ...[mine, changed, mine].map((one) => requestsOf(desk, one)[1]),
    ...[theirs, mine].map((one) => requestsOf(other, one)[1]),
  ];
  const answers = await sendTogether(desk.origin, requests);
  const faults: string[] = [];
  const recorded = answers.filter((answer) => answer?.status === 201).length;
  if (recorded !== 1) faults.push(`of ${requests.length} claims of one id ${recorded} were recorded`);
  for (const answer of answers) {
    if (answer?.status === 201 || answer?.status === 200) continue;
    if (!LOST.includes(codeOf(answer?.body) ?? ""))
      faults.push(`a claim was answered ${answer?.status ?? "nothing"} ${codeOf(answer?.body) ?? ""}`);
  }
  const held = await entriesOf(desk, before, id, mine.content.words);
  if (held.length !== 1) faults.push(`one id was recorded ${held.length} times`);
  return faults;
}
