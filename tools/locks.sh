# shellcheck shell=bash
# Two runs must not set up the same folder at once: the second waits for the first.

# with_lock FILE COMMAND… : the lock is let go when the command returns, and by the kernel if this shell dies.
with_lock() {
  local file=$1 code=0 fd
  shift
  mkdir -p "$(dirname "$file")" 2>/dev/null || fail "cannot write to $(dirname "$file")"
  if ! command -v flock >/dev/null; then
    "$@"
    return
  fi
  exec {fd}>"$file"
  if ! flock -n "$fd"; then
    say "• Waiting for another ./dev that is at work in $(dirname "$file")"
    flock "$fd"
  fi
  "$@" || code=$?
  exec {fd}>&-
  return "$code"
}
