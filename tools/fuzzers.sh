# shellcheck shell=bash
# Runs the fuzzers, two at a time, for FUZZ_SECONDS (60) each, an odd one as two runs of half the time: from scenarios
# and error cases, the corpus in tests/fuzz/corpus/, and what earlier runs found, which stays in build/fuzz/found/.
# Inputs that break something are in build/fuzz/broken/. With FUZZ_KEEP=1 what was found and reaches new code is added to the corpus.

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
  FUZZER="$fuzzer" xargs -P 2 -L 1 bash -c 'run_fuzzer "$@"' fuzzer < <(fuzzer_runs "${names[@]}")
  for name in "${names[@]}"; do
    log="build/fuzz/$name.log"
    cat build/fuzz/"$name".run-*.log >"$log"
    grep -aE 'BROKEN PROMISE|ERROR: |SUMMARY: |Test unit written|^#[0-9]+.*DONE|Slowest unit' "$log" | sed "s/^/$name: /"
    [ -z "${FUZZ_KEEP:-}" ] || keep_found "$name"
    if [ "$(sort -n build/fuzz/"$name".run-*.code | tail -n 1)" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
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

# fuzzer_runs NAME… : a line for each run, as run_fuzzer takes it. The last of an odd number would leave a core idle.
fuzzer_runs() {
  local seconds=${FUZZ_SECONDS:-60} seed=${FUZZ_SEED:-1} other name last=${!#}
  other=$((seed == 0 ? 0 : seed + 1))
  rm -f build/fuzz/*.run-*
  for name in "$@"; do
    if [ $(($# % 2)) -eq 1 ] && [ "$name" = "$last" ]; then
      echo "$name 1 $((seconds - seconds / 2)) $seed"
      echo "$name 2 $((seconds - seconds / 2)) $other"
    else
      echo "$name 1 $seconds $seed"
    fi
  done
}

# run_fuzzer NAME RUN SECONDS SEED : its exit code goes to build/fuzz/NAME.run-RUN.code.
run_fuzzer() {
  local name=$1 run="build/fuzz/$1.run-$2" seconds=$3 seed=$4 code=0
  mkdir -p "build/fuzz/found/$name" "tests/fuzz/corpus/$name" build/fuzz/broken
  echo "$name: fuzzing for $seconds s, seed $seed"
  # No input may take 20 s: under the sanitizers everything takes ten times as long as in the page.
  ASAN_SYMBOLIZER_PATH="$FUZZER/usr/lib/llvm-19/bin/llvm-symbolizer" \
    FUZZ_COMMAND=$name nice -n 10 build/fuzz/tests/fuzz/ballast_fuzz "build/fuzz/found/$name" \
    "tests/fuzz/corpus/$name" "build/fuzz/seeds/$name" \
    -max_total_time="$seconds" -seed="$seed" -max_len=8192 -timeout=20 -report_slow_units=5 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="build/fuzz/broken/$name-" >"$run.log" 2>&1 || code=$?
  echo "$code" >"$run.code"
}

# keep_found NAME : of what was found, as little as reaches all the code that seeds and corpus do not.
keep_found() {
  local name=$1 merged="build/fuzz/merged/$1" file
  rm -rf "$merged"
  mkdir -p "$merged"
  cp "build/fuzz/seeds/$name"/* "$merged"
  find "tests/fuzz/corpus/$name" -type f -exec cp {} "$merged" \;
  FUZZ_COMMAND=$name build/fuzz/tests/fuzz/ballast_fuzz -merge=1 -use_counters=0 -max_len=8192 "$merged" "build/fuzz/found/$name" >"build/fuzz/$name.merge.log" 2>&1
  for file in "$merged"/*; do
    [ -f "build/fuzz/seeds/$name/$(basename "$file")" ] || cp -n "$file" "tests/fuzz/corpus/$name/"
  done
}
