# shellcheck shell=bash
# The compilers and libraries that no package of the machine provides. They are kept outside the checkout, shared by all
# checkouts, in folders named after what is pinned. Each folder is built beside its place and moved there when it
# is complete, so an interrupted run leaves nothing half-done.

. "$top/tools/private_apt.sh"
. "$top/tools/toolchain/llvm.sh"
. "$top/tools/toolchain/fuzzer.sh"
. "$top/tools/toolchain/emscripten.sh"
. "$top/tools/toolchain/dependencies.sh"

cache="${BALLAST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ballast}"

# The folder's name changes when a pin or the way it is built changes.
stage_folder() {
  local name=$1
  echo "$cache/$name-$(cat "$top/tools/versions.sh" "$top/tools/private_apt.sh" "$top/tools/toolchain/$name.sh" | sha256sum | cut -c 1-12)"
}

# build_stage NAME TITLE FOLDER ARGUMENT… : through build_NAME.
build_stage() {
  local name=$1 title=$2 folder=$3
  shift 3
  [ -d "$folder" ] && return
  rm -rf "$cache/unfinished.$name"
  mkdir -p "$cache/unfinished.$name"
  need_private_apt
  must_step "toolchain_$name" "$title" "build_$name" "$cache/unfinished.$name" "$folder" "$@"
  mv "$cache/unfinished.$name" "$folder" || fail "cannot write to $cache"
}

apt_home=
need_private_apt() {
  [ -n "$apt_home" ] && return
  command -v apt-get >/dev/null || fail "no apt-get here: put Emscripten $EMSCRIPTEN_AT_LEAST or newer on PATH and set BALLAST_DEPS (docs/decisions/0010)"
  need_disk_space 2500 "$cache"
  apt_home="$cache/unfinished.apt"
  rm -rf "$apt_home"
  must_step toolchain_lists "Fetching package lists of Debian $PINNED_SUITE (about 5 s, once)" private_apt_open "$apt_home"
}

need_dependencies() {
  deps="${BALLAST_DEPS:-$(stage_folder dependencies)}"
  if [ -n "${BALLAST_DEPS:-}" ]; then
    deps=$(realpath -e "$BALLAST_DEPS" 2>/dev/null) || fail "BALLAST_DEPS names no folder: $BALLAST_DEPS"
  fi
  [ -d "$deps" ] || build_stage dependencies "Unpacking the C++ libraries (about 5 s, once)" "$deps"
}

need_llvm() {
  llvm=$(stage_folder llvm)
  [ -d "$llvm" ] || build_stage llvm "Fetching and unpacking LLVM $LLVM_VERSION, 110 MB (about 15 s, once)" "$llvm"
}

# CMake's fuzz preset reads what was found here, from build/fuzzer.cmake.
need_fuzzer() {
  need_llvm
  fuzzer=$(stage_folder fuzzer)
  [ -d "$fuzzer" ] || build_stage fuzzer "Fetching and unpacking libFuzzer and what it is linked with, 40 MB (about 10 s, once)" "$fuzzer" "$llvm"
  rm -rf "$cache/unfinished.apt"
  apt_home=
  write_if_changed "$top/build/fuzzer.cmake" "# Written by ./dev: where the fuzzers' compiler of this machine is.
set(BALLAST_LLVM \"$llvm/usr/lib/llvm-19\")
set(BALLAST_FUZZER \"$fuzzer\")"
}

need_emscripten() {
  local folder
  if usable_emcc emcc; then
    emcc=$(readlink -f "$(command -v emcc)")
  elif at_least "$(debian_release || echo 0)" 13 && { [ -x /usr/share/emscripten/emcc ] || can_be_root; }; then
    [ -x /usr/share/emscripten/emcc ] || install_packages emscripten emscripten
    emcc=/usr/share/emscripten/emcc
  else
    need_llvm
    folder=$(stage_folder emscripten)
    [ -d "$folder" ] || build_stage emscripten "Fetching and unpacking Emscripten $EMSCRIPTEN_VERSION, 240 MB (about 20 s, once)" "$folder" "$llvm"
    emcc="$folder/usr/share/emscripten/emcc"
  fi
}

# CMake reads what was found here, from build/toolchain.cmake; written only when it changes, so nothing is rebuilt.
write_toolchain_file() {
  write_if_changed "$top/build/toolchain.cmake" "# Written by ./dev: where the toolchain of this machine is.
set(BALLAST_DEPS \"$deps\")
set(BALLAST_EMSCRIPTEN \"$(dirname "$emcc")\")"
}

write_if_changed() {
  local file=$1 text=$2
  [ -f "$file" ] && [ "$(cat "$file")" = "$text" ] && return
  mkdir -p "$top/build"
  printf '%s\n' "$text" >"$file.new" && mv "$file.new" "$file"
}

set_up_toolchain() {
  need_dependencies
  need_emscripten
  rm -rf "$cache/unfinished.apt"
  apt_home=
  write_toolchain_file
}

need_toolchain() {
  need_build_packages
  with_lock "$cache/lock" set_up_toolchain
}
