/** Headers every answer carries. No third-party request is possible, no inline script runs without this answer's nonce. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Sets the security headers, and hands the policy to the page renderer on the request: that is where it finds
 * the nonce for its own scripts.
 * @param dev the development server evaluates code and opens a socket of its own.
 */
export function secure(
  request: IncomingMessage,
  response: ServerResponse,
  { dev, tls }: { dev: boolean; tls: boolean },
) {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    // Widths of bars are figures of the record, set on the element; attributes run no code.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // The service worker is a file of our own; it is not for a script to make one up.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (tls) response.setHeader("strict-transport-security", "max-age=31536000");
}
