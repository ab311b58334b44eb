/** Ending one's sign-in: the row is revoked, its live sockets end, the browser forgets what it held. */
import { createRoute } from "@hono/zod-openapi";
import { revokeSignIn } from "#db/sign-ins";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { asks } from "./routes.ts";

const signOut = createRoute({
  ...asks("seated"),
  method: "delete",
  path: "/api/v1/sign-in",
  summary: "Sign out",
  responses: { 204: { description: "Signed out" } },
});

export function signInRoutes(api: Api, { store, signInEnded }: ApiParts): void {
  api.openapi(signOut, (c) => {
    const { signIn } = c.get("seated");
    revokeSignIn(store, signIn, serverTime());
    signInEnded(signIn);
    c.header("clear-site-data", '"storage"');
    return c.body(null, 204);
  });
}
