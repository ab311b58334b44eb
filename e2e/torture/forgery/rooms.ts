/** Trials at the doors of rooms: of another, of none, from elsewhere, without a cookie; each with words in hand. */
import { textRoot } from "#deliberation/draft";
import { DraftId } from "#deliberation/ids";
import { REPORT, type Seated } from "../stage.ts";
import type { Home } from "./cast.ts";
import { fromElsewhere, nobodysCookie } from "./disguises.ts";
import { newClient, updateFrame, visited, written } from "./frames.ts";
import type { ForgeWorld, Trial } from "./world.ts";

/** Somebody who does not belong, in a room that exists or in one that is guessed. */
export const comesIn: Trial = async (world, home) => {
  const { random, cast } = world;
  const other = world.otherHome(home);
  const stranger = random.of([
    // Not those whose seats other trials end meanwhile.
    ...[other.head, other.drafter, other.clearer, other.capital, other.reader, home.reader],
    ...[cast.facilitator, cast.administrator, cast.reviewer],
  ]);
  const own = `drafts/${REPORT}/${home.delegation}`;
  const { address, codes } = random.of([
    ...Array.from({ length: 6 }, () => ({ address: own, codes: [4403] })),
    { address: `podium/${REPORT}`, codes: [4403] },
    { address: `drafts/${REPORT}/${home.delegation}/`, codes: [4403] },
    { address: `drafts/${REPORT}/../${REPORT}/${home.delegation}`, codes: [4403] },
    { address: `drafts/${REPORT}/%74ree-1`, codes: [4403] },
    { address: `drafts/${REPORT}%2f${home.delegation}`, codes: [4403] },
    { address: `drafts/${REPORT}/${home.delegation}%00`, codes: [4403] },
    { address: `drafts/a-63-677/${home.delegation}`, codes: [4403] },
    { address: `drafts/${REPORT}/constructor`, codes: [4403] },
    { address: `drafts//${home.delegation}`, codes: [4403] },
    {
      address: `record/${REPORT}/${random.of(["0", "2", "-1", "01", "99999999", "1/1", "1e0"])}`,
      codes: [4403],
    },
  ]);
  // The podium is the facilitators' own.
  const atHome = address.startsWith("podium") && stranger === cast.facilitator;
  await refusedAt(world, atHome ? cast.administrator : stranger, home, address, codes);
};

/** One's own room, with a cookie that is nobody's or from a page of another site. */
export const comesDisguised: Trial = async (world, home) => {
  const { random, origin } = world;
  const headers = { cookie: home.head.cookie, origin };
  const asked = { method: "GET", path: "", headers, body: "" };
  const isElsewhere = random.chance(0.5);
  const disguise = isElsewhere
    ? fromElsewhere(asked, random, origin)
    : await nobodysCookie(asked, random, home, home.head);
  // A page of the same site with another mark on it is, for a socket, of the same origin.
  if (isElsewhere && disguise.asked.headers.origin === origin) return comesIn(world, home);
  const codes = isElsewhere ? [403] : [4401];
  const address = random.of([`drafts/${REPORT}/${home.delegation}`, `record/${REPORT}/1`]);
  await refusedAt(world, home.head, home, address, codes, disguise.asked.headers);
};

/** In a room that may be read only: the record's for everybody, the drafts' for the capital. */
export const writesWhereOneReads: Trial = async (world, home) => {
  const { random, cast } = world;
  if (random.chance(0.5)) {
    const address = `drafts/${REPORT}/${home.delegation}`;
    return refusedAt(world, home.capital, home, address, [4400]);
  }
  const one = random.of([home.head, home.reader, cast.facilitator, cast.administrator]);
  await refusedAt(world, one, home, `record/${REPORT}/1`, [4400]);
};

async function refusedAt(
  world: ForgeWorld,
  one: Seated,
  home: Home,
  address: string,
  codes: number[],
  headers?: Record<string, string>,
): Promise<void> {
  const { doc } = await world.writer(home.head);
  const word = world.ledger.word(one, home.delegation, "forged");
  const root = address.startsWith("record") ? "p0" : textRoot("words", DraftId.parse(world.draft("comment")));
  const client = world.random.of([newClient(), 1, doc.clientID]);
  const update = written(doc, client, (copy) => {
    if (root === "p0") copy.getArray<string>(root).insert(0, [word]);
    else copy.getText(root).insert(0, word);
  });
  const socket = world.desk(one).socket(address, { epoch: world.epoch }, headers);
  const code = await visited(socket, [updateFrame(update)], true);
  world.counted(`closed ${code}`);
  if (code === null || !codes.includes(code))
    world.ledger.violations.push(
      `${one.function ?? one.as} of ${one.delegation} was closed with ${code} instead of ${codes} at ${address} from ${headers?.origin ?? "this site"}`,
    );
}
