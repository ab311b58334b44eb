import { expect, test } from "vitest";
import { Unsent } from "./unsent.ts";

test("what a socket took is saved once the server says it is durable, and not before", () => {
  const unsent = new Unsent();
  unsent.socketBegan();
  unsent.frameSent(true);
  unsent.acknowledged(1);
  unsent.typed(true);
  unsent.frameSent(false);
  unsent.typed(true);
  unsent.frameSent(false);
  unsent.acknowledged(2);
  expect(unsent.nothing).toBe(false);
  unsent.acknowledged(3);
  expect(unsent.nothing).toBe(true);
});

test("what was typed without a connection is saved with the answer to the server's first step", () => {
  const unsent = new Unsent();
  unsent.typed(false);
  expect(unsent.nothing).toBe(false);
  unsent.socketBegan();
  // Typed on before the server asked: durable by itself, but not what came before it.
  unsent.typed(true);
  unsent.frameSent(false);
  unsent.acknowledged(1);
  expect(unsent.nothing).toBe(false);
  unsent.frameSent(true);
  expect(unsent.nothing).toBe(false);
  unsent.acknowledged(2);
  expect(unsent.nothing).toBe(true);
});

test("a socket that ends before the acknowledgement leaves its frames unsent, and the next one's count says nothing of them", () => {
  const unsent = new Unsent();
  unsent.socketBegan();
  unsent.frameSent(true);
  unsent.acknowledged(1);
  unsent.typed(true);
  unsent.frameSent(false);
  unsent.socketEnded();
  expect(unsent.nothing).toBe(false);
  unsent.socketBegan();
  expect(unsent.nothing).toBe(false);
  unsent.frameSent(true);
  unsent.acknowledged(1);
  expect(unsent.nothing).toBe(true);
});

test("nothing typed, nothing to lose", () => {
  const unsent = new Unsent();
  unsent.socketBegan();
  unsent.socketEnded();
  expect(unsent.nothing).toBe(true);
});
