// Reads the log of a test step and prints how many tests passed and failed in it: "12 0".
// Understands Catch2's totals (alone or inside ctest's output), ctest's own, vitest's and Node's own, and a plain "N passed, N failed".
//
//   node tools/count_tests.mjs LOG EXIT_CODE
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const number = (text) => Number(text ?? 0);

// One program's Catch2 totals, or undefined.
function catch2Totals(line) {
  const all = /^All tests passed \(.* in (\d+) test cases?\)/.exec(line);
  if (all) return { passed: number(all[1]), failed: 0 };
  if (!/^test cases:/.test(line)) return undefined;
  const count = (what) => number(new RegExp(`(\\d+) ${what}(?! as expected)`).exec(line)?.[1]);
  return { passed: count("passed") + number(/(\d+) failed as expected/.exec(line)?.[1]), failed: count("failed") };
}

function vitestTotals(line) {
  const match = /^\s*Tests\s+(?:(\d+) failed\s*)?(?:\|?\s*(\d+) passed)?.*\(\d+\)/.exec(line);
  return match ? { passed: number(match[2]), failed: number(match[1]) } : undefined;
}

// Node says the two on lines of their own: "# pass 3" or "ℹ pass 3", then "# fail 0".
function nodeTotals(line) {
  const match = /^[#ℹ] (pass|fail) (\d+)$/.exec(line);
  if (!match) return undefined;
  return match[1] === "pass" ? { passed: number(match[2]), failed: 0 } : { passed: 0, failed: number(match[2]) };
}

function plainTotals(line) {
  const match = /^(?:\w+: )?(\d+) passed, (\d+) failed\b/.exec(line);
  return match ? { passed: number(match[1]), failed: number(match[2]) } : undefined;
}

export function countTests(log, exitCode) {
  const totals = new Map(); // ctest's number of the test, or '' outside ctest → its own totals
  const outcomes = new Map(); // ctest's number → passed?
  let counted = false;
  for (const raw of log.split("\n")) {
    // eslint-disable-next-line no-control-regex
    const line = raw.replace(/\u001b\[[0-9;]*m/g, "").trimEnd();
    const outcome = /^\s*\d+\/\d+ Test\s+#(\d+): \S+ \.*\s*(.*?)\s+[\d.]+ sec/.exec(line);
    if (outcome) {
      outcomes.set(outcome[1], outcome[2] === "Passed");
      counted = true;
      continue;
    }
    const [, test = "", text = line] = /^(\d+): ?(.*)$/.exec(line) ?? [];
    const found = catch2Totals(text) ?? vitestTotals(text) ?? nodeTotals(text) ?? plainTotals(text);
    if (!found) continue;
    const before = totals.get(test) ?? { passed: 0, failed: 0 };
    totals.set(test, { passed: before.passed + found.passed, failed: before.failed + found.failed });
    counted = true;
  }
  let passed = 0;
  let failed = 0;
  for (const each of totals.values()) {
    passed += each.passed;
    failed += each.failed;
  }
  for (const [test, good] of outcomes) {
    if (good && !totals.has(test)) passed += 1;
    // With totals that are all good: it died after them (a sanitizer's last word, a crash on leaving).
    if (!good && !(totals.get(test)?.failed > 0)) failed += 1;
  }
  // A step that does not count its tests is one test.
  if (!counted && exitCode === 0) passed = 1;
  if (exitCode !== 0 && failed === 0) failed = 1;
  return { passed, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file, code] = process.argv;
  const { passed, failed } = countTests(readFileSync(file, "utf8"), Number(code));
  process.stdout.write(`${passed} ${failed}\n`);
}
