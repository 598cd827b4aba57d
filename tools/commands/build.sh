# shellcheck shell=bash
command_build() {
  [ $# -eq 0 ] || fail "build takes no arguments"
  need_site
  say "Built: dist/ (the site), $(du -sh dist | cut -f 1); copy that folder to a host"
}
