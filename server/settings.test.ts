import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

test("an empty environment gives the defaults, an empty value counts as missing", () => {
  expect(readSettings({ PUBLIC_ORIGIN: "" })).toMatchObject({
    DATA_DIR: "./var",
    PORT: 3000,
    VOLUME_SIZE: 4096,
  });
});

test("a wrong setting is named, with what was expected of it", () => {
  expect(() => readSettings({ PORT: "http", PUBLIC_ORIGIN: "https://x.test/" })).toThrow(
    /PORT[\s\S]*PUBLIC_ORIGIN.*final slash/,
  );
});
