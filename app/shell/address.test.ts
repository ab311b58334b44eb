import { expect, test } from "vitest";
import { partsOf } from "./address.ts";

test("home, and the text, places, search and reviews of a report are shown without a network; other pages are not", () => {
  const report = "A-63-677";
  expect(partsOf("/reports/A-63-677")).toEqual({ report, view: "text" });
  expect(partsOf("/reports/A-63-677/")).toEqual({ report, view: "text" });
  expect(partsOf("/reports/A-63-677/ideas/17-3")).toEqual({ report, view: "place", place: "17-3" });
  expect(partsOf("/reports/A-63-677/paragraphs/45")).toEqual({ report, view: "place", place: "45" });
  expect(partsOf("/reports/A-63-677/whole")).toEqual({ report, view: "place", place: "report" });
  expect(partsOf("/reports/A-63-677/review/position.17-3")).toEqual({
    ...{ report, view: "review", draft: "position.17-3" },
  });
  expect(partsOf("/reports/A-63-677/review/..%2F")).toEqual({ report, view: "other" });
  expect(partsOf("/reports/A-63-677/matrix")).toEqual({ report, view: "other" });
  expect(partsOf("/reports/A-63-677/search")).toEqual({ report, view: "search" });
  expect(partsOf("/", report)).toEqual({ report, view: "home" });
  expect(partsOf("/")).toBeNull();
  expect(partsOf("/notices")).toBeNull();
});
