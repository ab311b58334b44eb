/** Seats: given, their end moved, and taken back. By the secretariat; a head takes back within its own delegation. */
import { createRoute } from "@hono/zod-openapi";
import { giveSeat, moveSeatEnd, seatRow, takeSeatBack } from "#db/seats";
import { may } from "#deliberation/may";
import { isRefusal, refuse } from "#deliberation/refusal";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { SeatAnswer, SeatEnd, SeatRequest, SeatUntil } from "./people-schemas.ts";
import { problem } from "./problem.ts";
import { answers, asks } from "./routes.ts";

const PATH = "/api/v1/people/seats";

const give = createRoute({
  ...asks("people.administer"),
  method: "post",
  path: PATH,
  summary: "Give a person a seat, citing a note verbale or a decision",
  request: { body: { required: true, content: { "application/json": { schema: SeatRequest } } } },
  responses: answers(201, SeatAnswer),
});

const move = createRoute({
  ...asks("people.administer"),
  method: "post",
  path: `${PATH}/until`,
  summary: "Give a seat that has not ended another end",
  request: { body: { required: true, content: { "application/json": { schema: SeatUntil } } } },
  responses: answers(200, SeatAnswer),
});

const end = createRoute({
  ...asks("person.invite"),
  method: "post",
  path: `${PATH}/end`,
  summary: "Take a seat back at once; open connections end within two seconds",
  request: { body: { required: true, content: { "application/json": { schema: SeatEnd } } } },
  responses: answers(200, SeatAnswer),
});

export function seatRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(give, (c) => {
    const at = serverTime();
    const { from, ...asked } = c.req.valid("json");
    const by = c.get("seated").seat.person;
    const answer = giveSeat(store, { ...asked, from: from ?? at, by }, at);
    return isRefusal(answer) ? problem(c, answer) : c.json({ ...answer, at }, 201);
  });
  api.openapi(move, (c) => {
    const at = serverTime();
    const asked = c.req.valid("json");
    const refusal = moveSeatEnd(store, { ...asked, by: c.get("seated").seat.person }, at);
    return refusal === null ? c.json({ seat: asked.seat, at }, 200) : problem(c, refusal);
  });
  api.openapi(end, (c) => {
    const at = serverTime();
    const { seat: own } = c.get("seated");
    const asked = c.req.valid("json");
    const held = seatRow(store, asked.seat);
    // Nobody shuts themselves out, and what is not theirs to decide is not there.
    if (held === null || held.person === own.person || !may(own, "seat.decide", held.place))
      return problem(c, refuse("not-found"));
    const refusal = takeSeatBack(store, { ...asked, by: own.person }, at);
    return refusal === null ? c.json({ seat: asked.seat, at }, 200) : problem(c, refusal);
  });
}
