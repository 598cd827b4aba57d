# shellcheck shell=bash
# Turns a failed step's log into the words a person needs: the few causes that are the machine's, not the code's.

failure_reason() {
  local log=$1
  if grep -qiE 'No space left on device|ENOSPC|not enough free space' "$log"; then
    echo "the disk is full"
  elif grep -qiE 'Could not get lock|Unable to acquire the dpkg|is another process using it' "$log"; then
    echo "another program is installing packages; try again when it is done"
  elif grep -qiE 'Temporary failure resolving|Could not resolve|Could not connect|Connection timed out|Network is unreachable|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ENETUNREACH|Connection failed' "$log"; then
    echo "the package registry cannot be reached; is this machine online?"
  elif grep -qiE 'Failed to fetch|404 +Not Found|E404|Unable to locate package' "$log"; then
    echo "the package registry does not have what was asked for"
  elif grep -qiE 'Killed|out of memory|Cannot allocate memory' "$log"; then
    echo "the machine ran out of memory"
  elif grep -qiE '^EACCES|Permission denied' "$log"; then
    echo "no permission to write there"
  else
    grep -E '^(E:|ballast:)|npm error|([Ee]rror|FAILED):' "$log" | tail -n 1 | cut -c 1-160 | grep . || echo "see the lines above"
  fi
}
