/** Where digests leave: a mail server (SMTP_URL), or files under DATA_DIR/mail when none is set. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { z } from "zod";

export interface Letter {
  to: { name: string; email: string };
  subject: string;
  text: string;
  lang: string;
  /** Sent once, at somebody's order: there is nothing to be taken off of. */
  once?: boolean;
  /** The same for the same digest: a mail server or reader that sees it twice can tell. */
  id: string;
}

/** `refused`, `unreachable`: it certainly did not leave, and may be tried again; `unknown`: nobody can tell. */
export type Posted = "sent" | "refused" | "unreachable" | "unknown";

export interface Post {
  send(letter: Letter): Promise<Posted>;
  close(): void;
}

interface Settings {
  DATA_DIR: string;
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
}

export function openPost(settings: Settings, origin: string): Post {
  const host = new URL(origin).hostname;
  const from = settings.MAIL_FROM ?? `no-reply@${host}`;
  const mailOf = (letter: Letter): SendMailOptions => ({
    from: { name: "Continued Consideration", address: from },
    to: { name: withoutControls(letter.to.name), address: letter.to.email },
    subject: withoutControls(letter.subject),
    text: letter.text,
    messageId: `<${letter.id}@${host}>`,
    headers: {
      "Content-Language": letter.lang,
      "Auto-Submitted": "auto-generated",
      ...(letter.once !== true && { "List-Unsubscribe": `<${origin}/notices>` }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (settings.SMTP_URL === undefined) return filePost(settings.DATA_DIR, mailOf);
  const transport = createTransport(settings.SMTP_URL, {});
  return {
    async send(letter) {
      if (!isAddress(letter.to.email)) return "unknown";
      try {
        await transport.sendMail(mailOf(letter));
        return "sent";
      } catch (error) {
        return whatBecame(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

function filePost(dataDir: string, mailOf: (letter: Letter) => SendMailOptions): Post {
  const folder = path.join(dataDir, "mail");
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    async send(letter) {
      if (!isAddress(letter.to.email)) return "unknown";
      const { message } = await transport.sendMail(mailOf(letter));
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const name = `${letter.id.replaceAll(/[^\w.-]/g, "_")}.eml`;
        writeFileSync(path.join(folder, name), message as Buffer, { mode: 0o600 });
        return "sent";
      } catch {
        return "refused";
      }
    },
    close: () => undefined,
  };
}

/** One address, with nothing in it that could end a header or begin another addressee. */
function isAddress(email: string): boolean {
  return z.email().max(254).safeParse(email).success;
}

function withoutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

interface SmtpError {
  code?: string;
  syscall?: string;
  message?: string;
  responseCode?: number;
}

/** Cut off in the middle, a message may have been accepted: then nobody can tell, and it is not sent again. */
function whatBecame({ code, syscall, message, responseCode }: SmtpError): Posted {
  if (responseCode !== undefined && responseCode >= 400 && code !== "EAUTH") return "refused";
  const before = code === "EDNS" || code === "EAUTH" || syscall === "connect";
  return before || /^(Connection timeout|Greeting never received)$/.test(message ?? "")
    ? "unreachable"
    : "unknown";
}
