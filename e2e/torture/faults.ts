/** Every fault there is, in the order they are run. */

import type { Fault } from "./fault.ts";
import { forgery } from "./forgery.ts";
import { frames } from "./frames.ts";
import { fullDisk } from "./full-disk.ts";
import { kills } from "./kills.ts";
import { leaks } from "./leaks.ts";
import { powerCuts } from "./power-cuts.ts";
import { replicas } from "./replicas.ts";
import { retries } from "./retries.ts";
import { revocation } from "./revocation.ts";
import { rollback } from "./rollback.ts";
import { starvation } from "./starvation.ts";
import { tampering } from "./tampering.ts";

export const FAULTS: readonly Fault[] = [
  kills,
  fullDisk,
  powerCuts,
  retries,
  leaks,
  forgery,
  revocation,
  frames,
  starvation,
  replicas,
  tampering,
  rollback,
];
