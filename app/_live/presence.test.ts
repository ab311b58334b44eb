import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import { DraftId } from "#deliberation/ids";
import { Presence } from "./presence.ts";

const DRAFT = DraftId.parse("position.17-3");

function payload(...all: [id: number, clock: number, state: object | null][]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, all.length);
  for (const [id, clock, state] of all) {
    encoding.writeVarUint(encoder, id);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  }
  return encoding.toUint8Array(encoder);
}

test("colleagues are those in the same draft, each once, never oneself", () => {
  const presence = new Presence();
  presence.isSelf(1);
  presence.heard(
    payload(
      [1, 1, { name: "Ann", draft: DRAFT }],
      [2, 1, { name: "Bea", draft: DRAFT }],
      [3, 1, { name: "Bea", draft: DRAFT }],
      [4, 1, { name: "Cy", draft: "position.1-1" }],
    ),
  );
  expect(presence.in(DRAFT)).toEqual(["Bea"]);
});

test("who left is gone, and an older message changes nothing", () => {
  const presence = new Presence();
  presence.heard(payload([2, 4, { name: "Bea", draft: DRAFT }]));
  presence.heard(payload([2, 3, null]));
  expect(presence.in(DRAFT)).toEqual(["Bea"]);
  presence.heard(payload([2, 5, null]));
  expect(presence.in(DRAFT)).toEqual([]);
});
