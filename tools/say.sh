# shellcheck shell=bash
# How ./dev talks: one line when a step starts (with how long it usually takes), signs of life while it runs, one
# line when it is over. What a step's programs print goes to build/log/, so that a failure can be read afterwards.

log_dir="$top/build/log"
step_pid=

say() { printf '%s\n' "$*"; }

# The one line with which every failure ends.
fail() {
  printf 'ballast: %s\n' "$*" >&2
  exit 1
}

stop_step() {
  [ -n "$step_pid" ] && kill -TERM -- "-$step_pid" 2>/dev/null
  step_pid=
}
trap stop_step EXIT
trap 'stop_step; exit 130' INT
trap 'stop_step; exit 143' TERM

show_life() {
  local log=$1 seconds=$2 line
  line=$(tail -c 400 "$log" 2>/dev/null | tr '\r' '\n' | grep -avE '^[[:space:]]*$|Test timeout computed' | tail -n 1 | cut -c 1-90)
  if [ -t 1 ]; then
    printf '\r\033[K    %3d s  %s' "$seconds" "$line"
  elif [ "$seconds" -gt 0 ] && [ $((seconds % 30)) -eq 0 ]; then
    printf '    … %d s  %s\n' "$seconds" "$line"
  fi
}

# run_step NAME "What is being done (about 20 s)" COMMAND… : 0 or the command's own exit code.
# The command runs in a process group of its own, so that Ctrl-C ends all of it.
run_step() {
  local name=$1 title=$2 began=$SECONDS tick=0 code=0
  shift 2
  mkdir -p "$log_dir"
  step_log="$log_dir/$name.log"
  say "• $title"
  set -m
  ("$@") >"$step_log" 2>&1 </dev/null &
  step_pid=$!
  set +m
  while kill -0 "$step_pid" 2>/dev/null; do
    sleep 0.2
    tick=$((tick + 1))
    [ $((tick % 5)) -eq 0 ] && show_life "$step_log" $((SECONDS - began))
  done
  wait "$step_pid" || code=$?
  step_pid=
  step_seconds=$((SECONDS - began))
  [ -t 1 ] && printf '\r\033[K'
  if [ "$code" -eq 0 ]; then
    [ "$step_seconds" -ge 3 ] && say "  done in $step_seconds s"
  fi
  return "$code"
}

# Like run_step, and a failure is the end: the log's last lines, then one line that says what went wrong.
must_step() {
  local name=$1 title=$2
  run_step "$@" || {
    tail -n 15 "$step_log" | sed 's/^/    /' >&2
    fail "failed: ${title%% (*}: $(failure_reason "$step_log") (log: ${step_log#"$top"/})"
  }
}
