import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";

let folder;
let server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "ballast-serve-"));
  const root = join(folder, "site");
  mkdirSync(join(root, "docs"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(root, "index.html"), "<h1>page</h1>");
  writeFileSync(join(root, "docs/index.html"), "docs");
  writeFileSync(join(root, "a.wasm"), "wasm");
  writeFileSync(join(root, "a.mjs"), "script");
  writeFileSync(join(root, "app.webmanifest"), "{}");
  writeFileSync(join(root, "_headers"), "/*\n  X-All: yes\n/\n  Cache-Control: no-cache\n");
  symlinkSync(join(folder, "secret.txt"), join(root, "link.txt"));
  server = await serve({ root, port: 0 });
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

// Not fetch(), which would tidy the path up before it is sent.
function ask(path, { method = "GET", headers = {}, host = "127.0.0.1" } = {}) {
  return new Promise((done, failed) => {
    const asked = request({ host, port: server.port, path, method, headers }, (response) => {
      let body = "";
      response.on("data", (data) => (body += data));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on("error", failed);
    asked.end();
  });
}

test("files come with their type and the headers of the file", async () => {
  const page = await ask("/");
  assert.equal(page.status, 200);
  assert.equal(page.headers["content-type"], "text/html; charset=utf-8");
  assert.equal(page.headers["cache-control"], "no-cache");
  assert.equal(page.headers["x-all"], "yes");
  assert.equal((await ask("/a.wasm")).headers["content-type"], "application/wasm");
  assert.match((await ask("/a.mjs?v=1")).headers["content-type"], /^text\/javascript/);
  assert.match((await ask("/app.webmanifest")).headers["content-type"], /^application\/manifest\+json/);
});

test("a folder is its index.html, at its address with a slash", async () => {
  assert.equal((await ask("/docs/")).body, "docs");
  const moved = await ask("/docs");
  assert.deepEqual([moved.status, moved.headers.location], [301, "/docs/"]);
});

test("an unchanged file is not sent again", async () => {
  const { headers } = await ask("/a.wasm");
  const again = await ask("/a.wasm", { headers: { "If-None-Match": headers.etag } });
  assert.deepEqual([again.status, again.body, again.headers["x-all"]], [304, "", "yes"]);
  assert.equal((await ask("/a.wasm", { headers: { "If-None-Match": '"other"' } })).status, 200);
});

test("HEAD is GET without the body; other methods are refused", async () => {
  const head = await ask("/a.wasm", { method: "HEAD" });
  assert.deepEqual([head.status, head.headers["content-length"], head.body], [200, "4", ""]);
  assert.equal((await ask("/", { method: "POST" })).status, 405);
});

test("nothing outside the site is reached, and its instructions are not part of it", async () => {
  for (const path of [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/docs/../../secret.txt",
    "/..\\secret.txt",
    "/link.txt",
    "/_headers",
    "//secret.txt",
    "/%ff",
    "/%00",
    "/index.html/",
    "/nothing",
  ]) {
    const { status, body, headers } = await ask(path);
    assert.ok(status === 404 || status === 400, `${path}: ${status}`);
    assert.doesNotMatch(body, /secret/);
    assert.equal(headers["x-all"], "yes", path);
  }
});

test("it answers over IPv6 too where there is IPv6", async () => {
  const answer = await ask("/", { host: "::1" }).catch((error) => error.code);
  assert.ok(answer.status === 200 || answer === "EADDRNOTAVAIL" || answer === "ECONNREFUSED");
});

function run(...options) {
  const child = spawn(process.execPath, ["tools/serve.mjs", "--root", join(folder, "site"), ...options]);
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const ended = new Promise((done) => child.on("close", (code) => done({ code, output })));
  return { child, ended };
}

test("as a program it says where it is in one line, and stops when told to", async () => {
  const { child, ended } = run("--port", "0");
  const first = await new Promise((done) => child.stdout.once("data", (data) => done(String(data))));
  assert.match(first, /^Ready: http:\/\/localhost:\d+\/\n$/);
  child.kill("SIGTERM");
  assert.deepEqual(await ended, { code: 0, output: first });
});

test("a port that is taken, and one that is none, are told in one line", async () => {
  const taken = await run("--port", String(server.port)).ended;
  assert.equal(taken.code, 1);
  assert.match(taken.output, /^ballast: port \d+ is in use.*\n$/);
  const none = await run("--port", "70000").ended;
  assert.match(none.output, /^ballast: not a port number: 70000\n$/);
});
