// What fuzzing starts from when there is no corpus yet: every scenario, error case, sample and strategy as an input of
// each fuzzer that reads such a thing. docs/fuzzing.md says how a corpus is made from it.
//
//   node tests/fuzz/make_seeds.mjs FOLDER        writes FOLDER/<fuzzer>/<name>
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , folder] = process.argv;
const divider = "\n%%\n";

function write(fuzzer, name, text) {
  mkdirSync(join(folder, fuzzer), { recursive: true });
  writeFileSync(join(folder, fuzzer, name), text);
}

function writeCase(name, { command, document, document_text, request, request_text }) {
  const text = document_text ?? (document === undefined ? "" : JSON.stringify(document));
  const asked = request_text ?? (request === undefined ? "{}" : JSON.stringify(request));
  if (command === "profile") return write("profile", name, asked);
  if (command === "carry_out") return write("carry_out", name, text + divider + asked);
  write("document", name, text);
  write("resolve", name, text);
  write("plan", name, text + divider + (command === "plan" ? asked : "{}"));
  const analysis = command === "plan" ? JSON.stringify({ plan: JSON.parse(asked) }) : asked;
  write("analyze", name, text + divider + analysis);
}

for (const kind of ["tests/scenarios", "tests/errors"]) {
  for (const file of readdirSync(kind)) {
    const example = JSON.parse(readFileSync(join(kind, file), "utf8"));
    try {
      writeCase(file.replace(/\.json$/, ""), example);
    } catch {
      // A request that is no JSON cannot be part of another.
    }
  }
}
for (const file of readdirSync("public/samples")) {
  writeCase(file, { command: "plan", document: JSON.parse(readFileSync(join("public/samples", file), "utf8")) });
}
