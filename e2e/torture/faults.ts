/** Every fault there is, in the order they are run. */

import type { Fault } from "./fault.ts";
import { forgery } from "./forgery/forgery.ts";
import { frames } from "./frames/frames.ts";
import { fullDisk } from "./full-disk/full-disk.ts";
import { kills } from "./kills.ts";
import { leaks } from "./leaks/leaks.ts";
import { powerCuts } from "./power-cuts/power-cuts.ts";
import { replicas } from "./replicas/replicas.ts";
import { retries } from "./retries/retries.ts";
import { revocation } from "./revocation/revocation.ts";
import { rollback } from "./rollback/rollback.ts";
import { starvation } from "./starvation/starvation.ts";
import { tampering } from "./tampering/tampering.ts";

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
