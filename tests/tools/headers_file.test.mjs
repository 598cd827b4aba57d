import assert from "node:assert/strict";
import { test } from "node:test";
import { headersFor, parseHeadersFile, repeatedHeaders } from "../../tools/headers_file.mjs";

const rules = parseHeadersFile(`# a comment
/*
  X-Content-Type-Options: nosniff

/
  Content-Security-Policy: default-src 'none'; connect-src 'none'
/engine/*
  # a comment between
  Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'
/a.b/:id/end
  X-Id: yes
/*.csv
  X-Content-Type-Options: other
`);

test("every matching rule gives its headers", () => {
  assert.deepEqual(headersFor(rules, "/"), {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; connect-src 'none'",
  });
  assert.deepEqual(headersFor(rules, "/other"), { "X-Content-Type-Options": "nosniff" });
  assert.equal(
    headersFor(rules, "/engine/deep/worker.js")["Content-Security-Policy"],
    "script-src 'self' 'wasm-unsafe-eval'",
  );
});

test("a star is any text, a name is one segment, a dot is a dot", () => {
  assert.equal(headersFor(rules, "/a.b/7/end")["X-Id"], "yes");
  assert.equal(headersFor(rules, "/a.b/7/8/end")["X-Id"], undefined);
  assert.equal(headersFor(rules, "/axb/7/end")["X-Id"], undefined);
  assert.equal(headersFor(rules, "/engine")["Content-Security-Policy"], undefined);
});

test("values that two rules give are joined, and reported", () => {
  assert.equal(headersFor(rules, "/x.csv")["X-Content-Type-Options"], "nosniff, other");
  assert.deepEqual(repeatedHeaders(rules, "/x.csv"), ["x-content-type-options"]);
  assert.deepEqual(repeatedHeaders(rules, "/"), []);
});

test("what is not a rule is refused with its line", () => {
  assert.throws(() => parseHeadersFile("/\n  no colon here"), /_headers:2/);
  assert.throws(() => parseHeadersFile("  X-A: 1"), /_headers:1/);
  assert.throws(() => parseHeadersFile("assets/*\n  X-A: 1"), /_headers:1/);
});
