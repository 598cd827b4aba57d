# shellcheck shell=bash
command_build() {
  [ $# -eq 0 ] || fail "build takes no arguments"
  need_site
  say "Built: dist/ (the site), $(du -sh dist | cut -f 1); copy that folder to a host"
  say "       dist/ballast.html (the same page as one file), $(du -h --apparent-size dist/ballast.html | cut -f 1)"
  say "       sha256 of dist/SHA256SUMS: $(sha256sum dist/SHA256SUMS | cut -d ' ' -f 1)"
}
