// Runs clang-tidy on the sources of the core, two at a time. A file that passed is not looked at again until it, a header
// of ours that it includes, or the configuration changes.
//
//   node tools/tidy.mjs CLANG_TIDY BUILD_FOLDER CACHE_FOLDER
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative } from "node:path";

const [, , clangTidy, buildFolder, cacheFolder] = process.argv;
const top = process.cwd();
const secondsPerFile = 180;

// The file and every header of ours that it includes, directly or not.
function ownIncludes(file, found = new Set()) {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  for (const [, target] of readFileSync(file, "utf8").matchAll(/^\s*#\s*include\s*[<"]([^>"]+)[>"]/gm)) {
    ownIncludes(join(dirname(file), target), found);
    ownIncludes(join(top, "core/include", target), found);
    const [, module] = /core\/src\/([^/]+)\//.exec(file) ?? [];
    if (module) ownIncludes(join(top, "core/src", module, target), found);
  }
  return found;
}

function fingerprint({ file, command }) {
  const hash = createHash("sha256")
    .update(clangTidy)
    .update(command)
    .update(readFileSync(join(top, ".clang-tidy")));
  for (const each of [...ownIncludes(file)].sort()) hash.update(each).update(readFileSync(each));
  return hash.digest("hex").slice(0, 24);
}

function tidy(file) {
  return new Promise((done) => {
    // What the native compiler understands and clang does not is not clang-tidy's business.
    const options = ["-p", buildFolder, "--quiet", "--extra-arg=-Wno-unknown-warning-option", file];
    const child = spawn(clangTidy, options, { stdio: ["ignore", "pipe", "pipe"], timeout: secondsPerFile * 1000 });
    let output = "";
    let errors = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (errors += data));
    child.on("close", (code, signal) => {
      if (signal) output += `${file}:1: clang-tidy took more than ${secondsPerFile} s\n`;
      done({ good: code === 0, output: code === 0 || output ? output : errors });
    });
  });
}

const sources = JSON.parse(readFileSync(join(buildFolder, "compile_commands.json"), "utf8"))
  .filter(({ file }) => file.startsWith(join(top, "core/src/")))
  .map((entry) => ({ ...entry, mark: join(cacheFolder, fingerprint(entry)) }));
if (sources.length === 0) throw new Error(`no source of the core is named in ${buildFolder}/compile_commands.json`);
const waiting = sources.filter(({ mark }) => !existsSync(mark));
mkdirSync(cacheFolder, { recursive: true });

let bad = 0;
let count = 0;
async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { good, output } = await tidy(next.file);
    count += 1;
    process.stdout.write(`${relative(top, next.file)}${good ? "" : ": findings"}\n`);
    if (good) writeFileSync(next.mark, "");
    else {
      bad += 1;
      process.stdout.write(output.replaceAll(`${top}/`, ""));
    }
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.stdout.write(
  `${count} files looked at, ${sources.length - count} unchanged since they passed, ${bad} with findings\n`,
);
process.exit(bad > 0 ? 1 : 0);
