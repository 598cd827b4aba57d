// Two copies of the sources in folders of different depth and length, as two people would have them.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = join(root, "build/reproducible");

// What a build needs and no checkout brings: where the toolchain is, and npm's packages.
export function checkOut(name, extra = []) {
  const folder = join(scratch, name);
  rmSync(folder, { recursive: true, force: true });
  const listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard");
  for (const path of [...listed.split("\0").filter((path) => path !== ""), ...extra]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  // Copied as links, not linked as a folder: a tool that notes a real path would note the same one twice.
  execFileSync("cp", ["-al", join(root, "node_modules"), join(folder, "node_modules")]);
  rmSync(join(folder, "node_modules/.cache"), { recursive: true, force: true });
  return folder;
}

export function clear() {
  rmSync(scratch, { recursive: true, force: true });
}

export function run(folder, command, ...parameters) {
  try {
    return execFileSync(command, parameters, { cwd: folder, encoding: "utf8", stdio: "pipe", maxBuffer: 1 << 26 });
  } catch (error) {
    throw new Error(`${error.message}\n${error.stdout}`, { cause: error });
  }
}

function git(...parameters) {
  return execFileSync("git", parameters, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
}
