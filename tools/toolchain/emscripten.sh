# shellcheck shell=bash
# Emscripten: the one on PATH if it is new enough, else the machine's own package where that is new enough, else the
# pinned release's package in a private folder. docs/decisions/0010 says why.

emscripten_version() { "$1" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1; }

usable_emcc() {
  local emcc=$1
  command -v "$emcc" >/dev/null && at_least "$(emscripten_version "$emcc")" "$EMSCRIPTEN_AT_LEAST"
}

debian_release() {
  # shellcheck source=/dev/null
  (. /etc/os-release 2>/dev/null && [ "$ID" = debian ] && echo "${VERSION_ID:-99}")
}

# build_emscripten FOLDER FINAL LLVM : unpacks Emscripten into FOLDER, set up to use the private LLVM.
build_emscripten() {
  local root=$1 final=$2 llvm=$3 home
  private_apt_fetch "$apt_home" "$root/debs" emscripten node-acorn || return 1
  require_version "$root"/debs/emscripten_*.deb "$EMSCRIPTEN_VERSION" || return 1
  echo "unpacking Emscripten"
  # Left out: libraries built for threads, link-time optimisation and dynamic linking, and those for graphics.
  unpack_package "$root"/debs/emscripten_*.deb "$root" \
    --exclude='*/wasm32-emscripten/lto*' --exclude='*/wasm32-emscripten/pic*' --exclude='*-mt*.a' --exclude='*-ww*.a' \
    --exclude='*/libSDL*' --exclude='*/libGL-[!g]*' --exclude='*/libwasmfs*' --exclude='*/libwebgpu*' \
    --exclude='./usr/share/emscripten/test*' --exclude='./usr/share/emscripten/media*' || return 1
  unpack_package "$root"/debs/node-acorn_*.deb "$root" || return 1
  rm -rf "$root/debs"

  home="$root/usr/share/emscripten"
  # Node looks for the parser that Emscripten needs here.
  ln -s ../nodejs "$home/node_modules"
  cat >"$home/.emscripten" <<EOF
LLVM_ROOT = '$llvm/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$llvm/usr'
NODE_JS = 'node'
CACHE = '$final/usr/share/emscripten/cache'
EOF
}
