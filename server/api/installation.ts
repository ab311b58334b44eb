/** Who signs here: the epoch of the store and the public key of its checkpoints, for anybody who asks. */
import { createRoute } from "@hono/zod-openapi";
import type { Api, ApiParts } from "./parts.ts";
import { answers } from "./routes.ts";
import { InstallationAnswer } from "./schemas.ts";

/** Without a sign-in, like the description of the API: a paper is checked by people who have none. */
export const INSTALLATION_PATH = "/api/v1/installation";

const installation = createRoute({
  "x-may": "anybody",
  method: "get",
  path: INSTALLATION_PATH,
  summary: "The epoch of the store, and the public key that verifies its signed checkpoints",
  responses: answers(200, InstallationAnswer),
});

export function installationRoutes(api: Api, { epoch, checkpoints }: ApiParts): void {
  api.openapi(installation, (c) => {
    const { id, publicPem } = checkpoints.key;
    return c.json({ epoch, key: { id, pem: publicPem } }, 200);
  });
}
