/** Compares the numbered rules of deliberation/SPEC.md with the rules that tests name, both ways. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** `test("…"` and `test.each(…)("…"`; the second group is the name. */
const NAMED_TEST = /\b(?:test|it)(?:\.each\([\s\S]*?\))?\(\s*(["'`])((?:\\.|(?!\1).)*)\1/g;

const root = path.join(import.meta.dirname, "..");
const spec = readFileSync(path.join(root, "deliberation/SPEC.md"), "utf8");
const rules = new Set([...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] ?? ""));

const faults: string[] = [];
const proven = new Set<string>();
let tests = 0;
for (const file of globSync("{deliberation,formats,db,server,app,e2e}/**/*.{test,spec}.ts", { cwd: root })) {
  const source = readFileSync(path.join(root, file), "utf8");
  const [passedOver] = /\b(?:test|it|describe)\.(?:skip|only|todo|fails)\b/.exec(source) ?? [];
  if (file.startsWith("deliberation/") && passedOver !== undefined) {
    faults.push(`${file}: ${passedOver} would leave a rule unproven`);
  }
  for (const [, , name = ""] of source.matchAll(NAMED_TEST)) {
    const cited = [...(/^((?:\[[A-Z]\d+\] ?)+)/.exec(name)?.[1] ?? "").matchAll(/[A-Z]\d+/g)].map(
      ([rule]) => rule,
    );
    if (file.startsWith("deliberation/")) {
      tests += 1;
      if (cited.length === 0) faults.push(`${file}: "${name}" names no rule`);
    }
    for (const rule of cited) {
      proven.add(rule);
      if (!rules.has(rule)) faults.push(`${file}: "${name}" names ${rule}, which SPEC.md does not have`);
    }
  }
}
for (const rule of rules) if (!proven.has(rule)) faults.push(`SPEC.md: no test proves ${rule}`);

if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exitCode = 1;
} else {
  console.log(`${rules.size} rules, ${tests} tests of the deliberation`);
}
