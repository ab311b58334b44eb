/** next-auth's own routes. The Origin check stands before them, in the server process. */
import NextAuth from "next-auth";
import { signInOptions } from "../../../_data/sign-in.ts";

const handler = NextAuth(signInOptions);

export { handler as GET, handler as POST };
