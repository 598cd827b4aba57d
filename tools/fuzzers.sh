# shellcheck shell=bash
# Runs the fuzzers, two at a time: each from its corpus in tests/fuzz/corpus/, for FUZZ_SECONDS (60). What they find on
# the way stays in build/fuzz/found/ and is where the next run begins; inputs that break something, in build/fuzz/broken/.

fuzzer_names=(plan resolve analyze document profile)

# run_fuzzers [WORD…] : all, or those whose name has one of the words.
run_fuzzers() {
  local name log passed=0 failed=0 names=()
  for name in "${fuzzer_names[@]}"; do
    if is_chosen "$name" "$@"; then names+=("$name"); fi
  done
  export -f run_fuzzer
  FUZZER="$fuzzer" xargs -P 2 -I{} bash -c 'run_fuzzer {}' < <(printf '%s\n' "${names[@]}")
  for name in "${names[@]}"; do
    log="build/fuzz/$name.log"
    grep -aE 'BROKEN PROMISE|ERROR: |SUMMARY: |Test unit written|^#[0-9]+.*DONE|Slowest unit' "$log" | sed "s/^/$name: /"
    if [ "$(cat "build/fuzz/$name.code")" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  done
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

is_chosen() {
  local name=$1 word
  shift
  [ $# -eq 0 ] && return
  for word in "$@"; do [[ "$name" == *"$word"* ]] && return; done
  return 1
}

# run_fuzzer NAME : its exit code goes to build/fuzz/NAME.code.
run_fuzzer() {
  local name=$1 code=0 own="tests/fuzz/corpus/$1"
  mkdir -p "build/fuzz/found/$name" build/fuzz/broken
  echo "$name: fuzzing for ${FUZZ_SECONDS:-60} s"
  # No input may take 20 s: under the sanitizers everything takes ten times as long as in the page.
  ASAN_SYMBOLIZER_PATH="$FUZZER/usr/lib/llvm-19/bin/llvm-symbolizer" \
    nice -n 10 "build/fuzz/tests/fuzz/ballast_fuzz_$name" "build/fuzz/found/$name" "$own" \
    -max_total_time="${FUZZ_SECONDS:-60}" -seed="${FUZZ_SEED:-1}" -max_len=8192 -timeout=20 -report_slow_units=5 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="build/fuzz/broken/$name-" >"build/fuzz/$name.log" 2>&1 || code=$?
  echo "$code" >"build/fuzz/$name.code"
}
