# shellcheck shell=bash
command_clean() {
  local folders=(build dist node_modules)
  case "${1:-}" in
    '') ;;
    --all) folders+=("$cache") ;;
    *) fail "clean knows only --all" ;;
  esac
  rm -rf "${folders[@]}"
  say "Removed: ${folders[*]}"
  [ "${1:-}" = --all ] || say "Kept: $cache (the toolchain, shared by all checkouts; ./dev clean --all removes it too)"
}
