/** The process the bad clients live in: what they cost their own machine must not be measured at the healthy. */
import { setPriority } from "node:os";
import { Random } from "../random.ts";
import type { Seated } from "../stage.ts";
import { BAD_CLIENTS, type BadClient } from "./clients.ts";
import type { Answer, Crowd } from "./crowd.ts";

// A client far away does not take the server's processor.
setPriority(19);

let crowd: BadClient[] = [];

process.on("message", (asked: Crowd | "end") => {
  if (asked === "end") {
    const violations = crowd.flatMap((one) => one.ended());
    crowd = [];
    tell({ violations });
    return;
  }
  const random = new Random(asked.seed);
  crowd = asked.clients.map(({ kind, seated }) => open(kind, seated, asked, random));
  tell({ opened: crowd.length });
});
process.on("disconnect", () => process.exit());

function open(name: string, seated: Seated, { origin, epoch }: Crowd, random: Random): BadClient {
  const kind = BAD_CLIENTS.find((one) => one.name === name);
  if (kind === undefined) throw new Error(`There is no bad client of the kind ${name}.`);
  return kind.open({ origin, epoch, seated, random });
}

function tell(answer: Answer): void {
  process.send?.(answer);
}
