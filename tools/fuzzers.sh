# shellcheck shell=bash
# Runs the fuzzers, two at a time, for FUZZ_SECONDS (60) each: from scenarios and error cases, the corpus in
# tests/fuzz/corpus/, and what earlier runs found, which stays in build/fuzz/found/. Inputs that break something are in
# build/fuzz/broken/. With FUZZ_KEEP=1 what was found and reaches new code is added to the corpus.

fuzzer_names=(plan resolve analyze carry_out document profile)

# run_fuzzers [WORD…] : all, or those whose name has one of the words.
run_fuzzers() {
  local name log passed=0 failed=0 names=()
  for name in "${fuzzer_names[@]}"; do
    if is_chosen "$name" "$@"; then names+=("$name"); fi
  done
  rm -rf build/fuzz/seeds
  node tests/fuzz/make_seeds.mjs build/fuzz/seeds || return
  export -f run_fuzzer
  FUZZER="$fuzzer" xargs -P 2 -I{} bash -c 'run_fuzzer {}' < <(printf '%s\n' "${names[@]}")
  for name in "${names[@]}"; do
    log="build/fuzz/$name.log"
    grep -aE 'BROKEN PROMISE|ERROR: |SUMMARY: |Test unit written|^#[0-9]+.*DONE|Slowest unit' "$log" | sed "s/^/$name: /"
    [ -z "${FUZZ_KEEP:-}" ] || keep_found "$name"
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
  local name=$1 code=0
  mkdir -p "build/fuzz/found/$name" "tests/fuzz/corpus/$name" build/fuzz/broken
  echo "$name: fuzzing for ${FUZZ_SECONDS:-60} s"
  # No input may take 20 s: under the sanitizers everything takes ten times as long as in the page.
  ASAN_SYMBOLIZER_PATH="$FUZZER/usr/lib/llvm-19/bin/llvm-symbolizer" \
    nice -n 10 "build/fuzz/tests/fuzz/ballast_fuzz_$name" "build/fuzz/found/$name" \
    "tests/fuzz/corpus/$name" "build/fuzz/seeds/$name" \
    -max_total_time="${FUZZ_SECONDS:-60}" -seed="${FUZZ_SEED:-1}" -max_len=8192 -timeout=20 -report_slow_units=5 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="build/fuzz/broken/$name-" >"build/fuzz/$name.log" 2>&1 || code=$?
  echo "$code" >"build/fuzz/$name.code"
}

# keep_found NAME : of what was found, as little as reaches all the code that seeds and corpus do not.
keep_found() {
  local name=$1 merged="build/fuzz/merged/$1" file
  rm -rf "$merged"
  mkdir -p "$merged"
  cp "build/fuzz/seeds/$name"/* "$merged"
  find "tests/fuzz/corpus/$name" -type f -exec cp {} "$merged" \;
  "build/fuzz/tests/fuzz/ballast_fuzz_$name" -merge=1 -use_counters=0 -max_len=8192 "$merged" "build/fuzz/found/$name" >"build/fuzz/$name.merge.log" 2>&1
  for file in "$merged"/*; do
    [ -f "build/fuzz/seeds/$name/$(basename "$file")" ] || cp -n "$file" "tests/fuzz/corpus/$name/"
  done
}
