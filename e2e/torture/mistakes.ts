/** The mistakes that are put into the server's text (mistaken.ts), by name. */
import { FORGERIES } from "./forgery/mistakes.ts";
import { LEAKS } from "./leaks/mistakes.ts";
import type { Mistake } from "./mistake.ts";
import { ROLLBACKS } from "./rollback/mistakes.ts";
import { STARVINGS } from "./starvation/mistakes.ts";

export const MISTAKES: Record<string, Mistake[]> = { ...LEAKS, ...FORGERIES, ...ROLLBACKS, ...STARVINGS };
