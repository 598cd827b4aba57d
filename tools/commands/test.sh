# shellcheck shell=bash
# Every step is run even if one before it failed; the end is a table, and one line with the sum.
. tools/test_steps.sh
. tools/fuzzers.sh

declare -A step_titles=(
  [native]="C++ tests natively, with address and undefined-behaviour sanitizers (about 3 min the first time)"
  [properties]="Properties of plans over 16,000 random portfolios, natively (about 2 min the first time)"
  [wasm]="The same C++ tests as WebAssembly under Node (about 4 min the first time)"
  [fuzz]="Fuzzing the core, ${FUZZ_SECONDS:-60} s for each command (about 1 min more the first time)"
  [install]="Installing the core and using it from another project (about 1 min if nothing is compiled yet)"
  [tools]="Tests of the tools: server, include check, counting (about 3 s)"
  [types]="TypeScript's type check (about 10 s)"
  [unit]="Unit tests of the page, and the module through its door (about 50 s)"
  [optimality]="Plans of random portfolios compared with a solver for mixed-integer programs (about 1 min)"
  [browser]="Browser tests on the built site, in Chromium (about 6 min)"
  [engines]="What can leave the page, in three browsers; storage and offline in Firefox, the main job in WebKitGTK (about 3 min)"
  [package]="The page built twice and compared, the npm package and its examples (about 1 min)"
  [reproducible]="The whole site built twice from nothing, and compared (about 5 min)"
)

command_test() {
  local steps=() all=(native properties wasm fuzz install tools types unit optimality package browser engines) quick=no word
  filters=()
  for word in "$@"; do
    case "$word" in
      --quick) quick=yes ;;
      native | properties | wasm | fuzz | install | tools | types | unit | optimality | browser | engines | package | reproducible) steps+=("$word") ;;
      -*) fail "test does not know '$word' (./dev test [--quick] [WORD…])" ;;
      *) filters+=("$word") ;;
    esac
  done
  [ ${#steps[@]} -gt 0 ] || steps=("${all[@]}")
  [ "$quick" = yes ] && steps=(native tools types unit)
  export NO_COLOR=1

  prepare_tests "${steps[@]}"
  with_lock "$top/build/test.lock" run_test_steps "${steps[@]}"
}

# Whatever the chosen steps need, before the first of them: a machine that lacks something says so at once.
prepare_tests() {
  local chosen=" $* "
  need_node
  case "$chosen" in *" native "* | *" properties "* | *" install "*) need_native_packages ;; esac
  case "$chosen" in *" browser "* | *" package "* | *" engines "*) need_browser_packages ;; esac
  case "$chosen" in *" browser "* | *" engines "*) need_other_browsers ;; esac
  need_toolchain
  case "$chosen" in *" fuzz "*) with_lock "$cache/lock" need_fuzzer ;; esac
  case "$chosen" in *" types "* | *" unit "* | *" optimality "* | *" browser "* | *" engines "* | *" package "* | *" reproducible "*) need_node_modules ;; esac
  case "$chosen" in *" browser "* | *" engines "*) need_site ;; *" unit "* | *" optimality "* | *" package "*) need_module ;; esac
}

run_test_steps() {
  local step code passed failed total_passed=0 total_failed=0 table=() failures=()
  for step in "$@"; do
    code=0
    run_step "test_$step" "${step_titles[$step]}" "step_$step" || code=$?
    read -r passed failed < <(node tools/count_tests.mjs "$step_log" "$code")
    [ "$code" -eq 0 ] && [ "$failed" -gt 0 ] && code=1
    if [ "$code" -ne 0 ]; then
      tail -n 60 "$step_log" | sed 's/^/    /'
      say "  FAILED; the whole log: ${step_log#"$top"/}"
      failures+=("$step:" "$(failures_in "$step_log")")
    fi
    total_passed=$((total_passed + passed))
    total_failed=$((total_failed + failed))
    table+=("$(printf '%-10s %6d s %8d passed %6d failed   %s' "$step" "$step_seconds" "$passed" "$failed" "$([ "$code" -eq 0 ] && echo ok || echo FAILED)")")
  done
  say ""
  printf '%s\n' "${table[@]}"
  say ""
  # Last, where a reader who sees only the end of the output still finds it.
  [ ${#failures[@]} -gt 0 ] && printf '%s\n' "${failures[@]}" ""
  say "$total_passed passed, $total_failed failed"
  [ "$total_failed" -eq 0 ]
}

# Which tests, and why: what vitest, Catch2, Node's runner, CTest and the sanitizers say in lines of their own.
failures_in() {
  local sign='^ *FAIL |^ *✖ |Error:|^\s+[-+] |: FAILED:$|\*\*\*Failed|\*\*\*Exception|ERROR: \w+Sanitizer|runtime error:'
  grep -aE "$sign" "$1" | cut -c 1-240 | head -n 16 | sed 's/^/  /' || tail -n 5 "$1"
}
