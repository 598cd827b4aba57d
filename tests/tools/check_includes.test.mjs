import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { checkIncludes } from "../../tools/check_includes.mjs";

const modules =
  "base :\nmoney : base + boost_multiprecision\nmodel : money\nrisk : base\nio : model + nlohmann_json\napp : *\n";

// A core with one file; what the check says of it.
function check(path, text) {
  const top = mkdtempSync(join(tmpdir(), "ballast-includes-"));
  const write = (file, content) => {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), content);
  };
  write("core/modules.txt", modules);
  write("core/include/ballast/base/a.hpp", "");
  write("core/src/base/a.cpp", "");
  write(path, text);
  const { breaches } = checkIncludes(top);
  rmSync(top, { recursive: true });
  return breaches;
}

test("a module includes what it names, and what that includes", () => {
  assert.deepEqual(
    check("core/src/model/x.cpp", '#include "ballast/money/a.hpp"\n#include <ballast/base/a.hpp>\n'),
    [],
  );
  assert.deepEqual(check("core/src/app/x.cpp", '#include "ballast/risk/a.hpp"\n#include "x.hpp"\n'), []);
});

test("a breach is reported at its line", () => {
  const above = check("core/src/money/x.cpp", '#include <string>\n#include "ballast/model/a.hpp"\n');
  assert.deepEqual(above, ["core/src/money/x.cpp:2: money may not include model (it may: base)"]);
  assert.match(check("core/src/io/x.cpp", '#include "ballast/risk/a.hpp"')[0], /:1: io may not include risk/);
  assert.match(check("core/src/io/x.cpp", '#include "ballast/rsik/a.hpp"')[0], /no module rsik/);
  assert.match(check("core/src/zoo/x.cpp", "")[0], /no module zoo/);
});

test("the core does not include from wasm", () => {
  assert.match(check("core/src/app/x.cpp", "#include <emscripten/bind.h>")[0], /wasm/);
  assert.match(check("core/src/app/x.cpp", '#include "../../../wasm/x.hpp"')[0], /wasm/);
});

test("a public header includes no private one, and no private library", () => {
  assert.match(check("core/include/ballast/io/x.hpp", '#include "../../../src/io/x.hpp"')[0], /public headers only/);
  assert.match(
    check("core/include/ballast/io/x.hpp", "#include <nlohmann/json.hpp>")[0],
    /does not include nlohmann_json/,
  );
  assert.deepEqual(check("core/include/ballast/io/x.hpp", '#include "ballast/model/x.hpp"'), []);
});

test("a library is used only where it is named, a private header only in its module", () => {
  assert.match(check("core/src/model/x.cpp", "#include <nlohmann/json.hpp>")[0], /model does not use nlohmann_json/);
  assert.deepEqual(check("core/src/io/x.cpp", "#include <nlohmann/json.hpp>"), []);
  assert.match(check("core/src/io/x.cpp", '#include "../model/x.hpp"')[0], /private to another module/);
  assert.deepEqual(check("core/src/io/deep/x.cpp", '#include "../x.hpp"'), []);
});
