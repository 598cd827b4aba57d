# shellcheck shell=bash
# Standard output is the plan and nothing else.
command_plan() {
  [ $# -ge 1 ] || fail "which document? (./dev plan FILE.json)"
  need_module >&2
  cd "$called_from" || exit 1
  exec node "$top/wasm/cli/plan.mjs" "$@"
}
