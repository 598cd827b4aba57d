# shellcheck shell=bash
command_package() {
  [ $# -eq 0 ] || fail "package takes no arguments"
  need_module
  need_node_modules
  must_step package "Making the npm package (about 5 s)" node tools/package/build_package.mjs
  say "Made: build/package/ and $(tail -n 1 "$step_log"); it is published nowhere"
}
