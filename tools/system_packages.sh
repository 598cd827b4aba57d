# shellcheck shell=bash
# The machine's own packages: apt is asked only for what is missing, and never asks back.

# at_least A B : version A is B or newer.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

has_version() {
  local command=$1 wanted=$2 found
  command -v "$command" >/dev/null || return 1
  found=$("$command" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+(\.[0-9]+)?' | head -n 1)
  at_least "$found" "$wanted"
}

need_node() {
  has_version node "$NODE_AT_LEAST" && command -v npm >/dev/null && return
  fail "Node $NODE_AT_LEAST or newer with npm is needed (found: $(node --version 2>/dev/null || echo none)); install it and run this again"
}

# need_disk_space MEGABYTES FOLDER
need_disk_space() {
  local free
  mkdir -p "$2" 2>/dev/null || fail "cannot write to $2"
  free=$(df -Pm "$2" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$1" ] || fail "not enough free space in $2: $1 MB are needed, $free MB are left"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n -- "$@"; fi
}

can_be_root() { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }

apt_install() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=120 -o Acquire::Retries=2)
  as_root "${apt[@]}" install --no-install-recommends "$@" && return
  # The package lists may be old, or may never have been fetched.
  as_root "${apt[@]}" update && as_root "${apt[@]}" install --no-install-recommends "$@"
}

# install_packages WHAT_FOR PACKAGE… : installs them, or says in one line what a person has to install.
install_packages() {
  local what_for=$1
  shift
  [ $# -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "missing for $what_for: $* (no apt-get here: install them by hand)"
  can_be_root || fail "missing for $what_for: $* (neither root nor password-less sudo: run 'apt-get install $*' as root)"
  need_disk_space 1500 /var
  must_step "apt_$what_for" "Installing for $what_for: $* (about 30 s, once)" apt_install "$@"
}

# What building the site needs.
need_build_packages() {
  local missing=()
  has_version cmake "$CMAKE_AT_LEAST" || missing+=(cmake)
  command -v ninja >/dev/null || missing+=(ninja-build)
  command -v python3 >/dev/null || missing+=(python3)
  command -v xz >/dev/null || missing+=(xz-utils)
  install_packages building "${missing[@]}"
}

need_native_packages() {
  local missing=()
  has_version "${CXX:-g++}" "$GXX_AT_LEAST" || missing+=(g++)
  install_packages testing "${missing[@]}"
}

# A browser for the tests; the fonts are what screenshots are made with.
need_browser_packages() {
  local missing=()
  [ -x /usr/bin/chromium ] || missing+=(chromium)
  [ -x /usr/bin/firefox-esr ] || missing+=(firefox-esr)
  [ -d /usr/share/fonts/truetype/liberation ] || missing+=(fonts-liberation)
  install_packages browser_tests "${missing[@]}"
}

# The browsers besides Chromium; WebKitGTK wants a screen, and gets one that nobody sees.
need_other_browsers() {
  local missing=()
  [ -x /usr/bin/firefox-esr ] || missing+=(firefox-esr)
  [ -x /usr/bin/WebKitWebDriver ] || missing+=(webkit2gtk-driver)
  command -v Xvfb >/dev/null || missing+=(xvfb)
  install_packages other_browsers "${missing[@]}"
}
