/** The server from its very first start: one process makes the store in an empty folder, stages it, and serves it. */
import { writeFileSync } from "node:fs";
import { stageOf } from "../stage.ts";

const { DATA_DIR = "", STAGE_FILE = "", DELEGATIONS = "" } = process.env;
writeFileSync(STAGE_FILE, JSON.stringify(await stageOf(Number(DELEGATIONS), DATA_DIR)));
await import("../served.ts");
