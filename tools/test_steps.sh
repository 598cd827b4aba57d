# shellcheck shell=bash
# The steps of ./dev test. Each is a function step_NAME that prints to its log and exits with how it went.
# $filters holds the words that narrow the tests down, if there are any.

# run_programs PRESET : its test programs, through ctest; narrowed down, one after the other.
run_programs() {
  local preset=$1 only=${2:-} program code=0 pattern word
  if [ ${#filters[@]} -eq 0 ]; then
    ctest --preset "$preset" --verbose --parallel 2 --tests-regex "${only:-.}"
    return
  fi
  pattern=
  for word in "${filters[@]}"; do pattern+="${pattern:+,}*$word*"; done
  for program in build/"$preset"/tests/ballast_*"$only"*_tests build/"$preset"/tests/ballast_*"$only"*_tests.js; do
    [ -f "$program" ] || continue
    case "$program" in
      *.js) node "$program" "$pattern" --allow-running-no-tests --colour-mode none ;;
      *) "$program" "$pattern" --allow-running-no-tests --colour-mode none ;;
    esac || code=1
  done
  return "$code"
}

step_native() { compile dev && run_programs dev; }
# Properties over all their cases: without the sanitizers that is a minute and not ten.
step_properties() {
  compile release ballast_property_tests && run_programs release property
}
step_wasm() { compile wasm-checked && run_programs wasm-checked; }
step_fuzz() { compile fuzz && run_fuzzers "${filters[@]}"; }
step_install() { compile release ballast_core && ctest --preset release --verbose --tests-regex '^install$'; }
step_tools() { node --test tests/tools/*.test.mjs; }
step_types() { npm run -s typecheck; }
step_unit() { npm run -s test:unit -- --passWithNoTests "${filters[@]}"; }
step_optimality() { npm run -s test:optimality -- --passWithNoTests "${filters[@]}"; }
step_browser() { npm run -s test:browser -- "${filters[@]}"; }
step_package() { node --test tests/reproducible/*.test.mjs tests/package/*.test.mjs; }
# From nothing, twice. Not among the steps that run by themselves.
step_reproducible() { node --test tests/reproducible/core.long.mjs; }
# What can leave the browsers, then what may differ between them: one after the other, for what is heard under load says
# little. BALLAST_ENGINES=all runs the whole browser suite in Firefox (about 5 min more).
step_engines() {
  local files=(tests/browser/{main-job,keeping,offline,privacy}.test.ts) code=0
  [ "${BALLAST_ENGINES:-}" = all ] && files=(tests/browser)
  [ ${#filters[@]} -gt 0 ] && files=("${filters[@]}")
  npm run -s test:engines -- "${filters[@]}" || code=1
  BALLAST_BROWSER=firefox npm run -s test:browser -- "${files[@]}" || code=1
  return "$code"
}
