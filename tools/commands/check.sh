# shellcheck shell=bash
# What a reader would otherwise have to look for: format, lint, types, and who includes whom.

cxx_files() { find core wasm tests -name '*.[ch]pp' | LC_ALL=C sort; }
shell_files() { printf '%s\n' dev .ci/run; find tools -name '*.sh' | LC_ALL=C sort; }

check_format() { cxx_files | xargs "$llvm/usr/lib/llvm-19/bin/clang-format" --dry-run -Werror; }
check_includes() { node tools/check_includes.mjs; }
check_shell() { shell_files | xargs shellcheck -x; }
check_types() { npm run -s typecheck; }
check_lint() { npm run -s lint; }
check_prettier() { npm run -s format:check; }
check_tidy() { configure tidy && node tools/tidy.mjs "$llvm/usr/lib/llvm-19/bin/clang-tidy" build/tidy build/tidy/passed; }

fix_format() {
  cxx_files | xargs "$llvm/usr/lib/llvm-19/bin/clang-format" -i
  npm run -s format
}

command_check() {
  local failed=()
  need_node
  need_toolchain
  need_node_modules
  need_native_packages
  with_lock "$cache/lock" need_llvm
  case "${1:-}" in
    '') ;;
    --fix) must_step fix "Formatting C++ and the page's files (about 5 s)" fix_format ;;
    *) fail "check knows only --fix (formats instead of complaining)" ;;
  esac

  check_one includes "Who includes whom, against core/modules.txt"
  check_one format "Format of the C++ files (clang-format)"
  if command -v shellcheck >/dev/null; then check_one shell "Shell scripts (shellcheck)"; fi
  check_one prettier "Format of the page's files (prettier, about 5 s)"
  check_one types "Types (tsc, about 10 s)"
  check_one lint "Lint of the page's files (eslint, about 10 s)"
  check_one tidy "Lint of the C++ files (clang-tidy, about 3 min the first time)"
  [ ${#failed[@]} -eq 0 ] || fail "check found something: ${failed[*]}"
  say "All checks passed"
}

check_one() {
  run_step "check_$1" "$2" "check_$1" && return
  tail -n 40 "$step_log" | sed 's/^/    /'
  say "  found something; the whole log: ${step_log#"$top"/}"
  failed+=("$1")
}
