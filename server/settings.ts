/** The environment, checked once at start: every setting with its default, and readable errors. */
import { z } from "zod";

const Settings = z.object({
  /** Folder of the installation's data: the store, secrets, the lock. */
  DATA_DIR: z.string().min(1).default("./var"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on. */
  HOST: z.string().min(1).default("127.0.0.1"),
  /** The only Origin accepted from browsers; default http://localhost:PORT. */
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).origin === url, "give scheme, host and port only, without a final slash")
    .optional(),
  /** Password of the demonstration's accounts; a random one is made when it is missing. */
  DEMO_PASSWORD: z.string().min(8).optional(),
  /** Mail server for digests, `smtp://user:password@host:587`; without it they are files under DATA_DIR/mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The address digests come from; default no-reply@ the host of PUBLIC_ORIGIN. */
  MAIL_FROM: z.email().optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("warn"),
  /** From so many seconds on a time in which the server did not run moves deadlines of silence procedures. */
  DOWN_AFTER_SECONDS: z.coerce.number().int().min(6).max(3_600).default(60),
  /** Entries a volume of the record holds. Changing it on a store in use renews nothing by itself. */
  VOLUME_SIZE: z.coerce.number().int().min(1).max(4096).default(4096),
});

export type Settings = z.infer<typeof Settings>;

/** @throws Error naming every setting that does not hold. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const settings = Settings.safeParse(given);
  if (settings.success) return settings.data;
  const lines = settings.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment does not hold (see .env.example):\n${lines.join("\n")}`);
}
