import { expect, test } from "vitest";
import { DelegationKey, RoundId } from "#deliberation/ids";
import { UNGROUPED } from "#deliberation/matrix";
import { addressOf, type MatrixView, viewOf, without } from "./address.ts";

const VIEW: MatrixView = {
  columns: "groups",
  open: ["group:grove", UNGROUPED],
  rows: "missing",
  filter: {
    pillar: 2,
    contested: true,
    wording: true,
    unstated: DelegationKey.parse("grove"),
    since: RoundId.parse("1"),
    text: "预警 & more",
  },
};

function read(address: string): MatrixView {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URL(address, "http://here").searchParams) {
    params[name] = [...(params[name] ?? []), value];
  }
  return viewOf(params);
}

test("a view is read back from its address", () => {
  expect(read(addressOf("A-63-677", VIEW))).toEqual(VIEW);
  const plain: MatrixView = { columns: "delegations", open: [], rows: "text", filter: {} };
  expect(addressOf("A-63-677", plain)).toBe("/reports/A-63-677/matrix?group=none");
  expect(read(addressOf("A-63-677", plain))).toEqual(plain);
});

test("what an address gets wrong, and a filter taken away, are left out", () => {
  expect(viewOf({ pillar: "7", filter: "loud", unstated: "No Such!", since: "", text: "  " }).filter).toEqual(
    {},
  );
  expect(without(VIEW, "contested").filter).toEqual({ ...VIEW.filter, contested: undefined });
  expect(addressOf("A-63-677", without(VIEW, "text"))).not.toContain("text");
});
