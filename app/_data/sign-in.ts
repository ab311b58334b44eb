/** Sign-in by next-auth: e-mail and password; the cookie holds nothing but the id of a sign-in row. */
import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { checkPassword } from "#db/sign-ins";
import type { Instant } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { store } from "./store.ts";

export const signInOptions: NextAuthOptions = {
  secret: process.env.NEXTAUTH_SECRET ?? "",
  session: { strategy: "jwt", maxAge: 12 * 3600 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(given, request) {
        const [email, password] = [given?.email ?? "", given?.password ?? ""];
        // Set by the server process from the socket, whatever the client sent.
        const source = String(request.headers?.["x-forwarded-for"] ?? "");
        const at = new Date().toISOString() as Instant;
        const answer = await checkPassword(store(), { email, password, source }, at);
        if (isRefusal(answer)) throw new Error(answer.refused);
        return { id: answer.signIn };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ signIn: user?.id ?? token.signIn }),
    session: ({ session, token }) => ({ expires: session.expires, signIn: token.signIn }),
    // Only places of this site: an address of another origin leads home.
    redirect: ({ url, baseUrl }) => (new URL(url, baseUrl).origin === baseUrl ? url : baseUrl),
  },
};
