import assert from "node:assert/strict";
import { test } from "node:test";
import { countTests } from "../../tools/count_tests.mjs";

const counts = (log, exitCode) => Object.values(countTests(log, exitCode)).join(" ");

test("Catch2's totals inside ctest's output, and tests without totals", () => {
  const log = `test 1
1: All tests passed (40 assertions in 12 test cases)
1/3 Test #1: ballast_unit_tests ...............   Passed    0.05 sec
2: test cases:  5 |  3 passed | 2 failed
2: assertions: 50 | 48 passed | 2 failed
2/3 Test #2: ballast_property_tests ...........***Failed    0.02 sec
3/3 Test #3: include_direction ................   Passed    0.09 sec
`;
  assert.equal(counts(log, 8), "16 2");
});

test("a program that dies without totals, or after good ones, is a failure", () => {
  assert.equal(counts("1/1 Test #1: ballast_unit_tests ...***Exception: SegFault  0.05 sec\n", 8), "0 1");
  const after = `1: All tests passed (4 assertions in 2 test cases)
1/1 Test #1: ballast_unit_tests ...............***Failed    0.05 sec
`;
  assert.equal(counts(after, 8), "2 1");
});

test("other runners", () => {
  assert.equal(counts(" Test Files  2 passed (2)\n      Tests  11 passed (11)\n", 0), "11 0");
  assert.equal(counts("      Tests  1 failed | 11 passed (12)\n", 1), "11 1");
  assert.equal(counts("      Tests  2 failed (2)\n", 1), "0 2");
  assert.equal(counts("      Tests  3 passed | 1 skipped (4)\n", 0), "3 0");
  assert.equal(counts("# tests 4\n# pass 3\n# fail 1\n", 1), "3 1");
  assert.equal(counts("7 passed, 0 failed\n", 0), "7 0");
  assert.equal(counts("All tests passed (1 assertion in 1 test case)\n", 0), "1 0");
});

test("a step without a count is one test; a failed one never counts as good", () => {
  assert.equal(counts("", 0), "1 0");
  assert.equal(counts("", 1), "0 1");
  assert.equal(counts("5 passed, 0 failed\n", 1), "5 1");
});
