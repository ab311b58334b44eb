/** What every room can do. A room never sees a frame of a person who may not be in it. */
import type { Member } from "./member.ts";

export interface Room {
  readonly members: ReadonlySet<Member>;
  join(member: Member): void;
  /** @throws BadFrame when the sender is to be closed. */
  receive(member: Member, bytes: Uint8Array): void;
  leave(member: Member): void;
  /** Sends something, so that browsers know the connection is alive. */
  pulse(): void;
}
