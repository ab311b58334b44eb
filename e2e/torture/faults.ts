/** Every fault there is, in the order they are run. */
import type { Fault } from "./fault.ts";
import { kills } from "./kills.ts";

export const FAULTS: readonly Fault[] = [kills];
