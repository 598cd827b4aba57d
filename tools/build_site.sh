# shellcheck shell=bash
# From sources to the site: the core becomes build/wasm/ballast.{mjs,wasm}, and the page with it becomes dist/. Each part is
# built again only when something that goes into it has changed.

# configure PRESET : again when the presets or the toolchain have changed, which CMake does not notice by itself.
configure() {
  local preset=$1 stamp="build/$1/.configured_for" now
  now=$(cat CMakePresets.json build/toolchain.cmake | sha256sum)
  [ -f "build/$preset/build.ninja" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && return
  cmake --fresh --preset "$preset" && echo "$now" >"$stamp"
}

# compile PRESET [TARGET…]
compile() {
  local preset=$1
  shift
  configure "$preset" && cmake --build --preset "$preset" ${1:+--target "$@"}
}

# In the order of names, and by content: times are not the same in two checkouts.
hash_of_files() { find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum; }

page_inputs() {
  hash_of_files web public wasm/planner package.json package-lock.json vite*.config.ts tsconfig*.json tools/versions.sh \
    build/wasm/ballast.mjs build/wasm/ballast.wasm
}

build_page() {
  local stamp=build/page_built_from now
  now=$(page_inputs)
  [ -f dist/index.html ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && return
  rm -f "$stamp"
  must_step page "Building the page into dist/ (about 5 s)" npm run -s build:web
  echo "$now" >"$stamp"
}

build_module() { must_step module "Compiling the core to WebAssembly (about 90 s the first time)" compile wasm ballast_wasm; }

build_site() { build_module && build_page; }

# The module without the page: what a plan in the terminal needs.
need_module() {
  need_node
  need_toolchain
  with_lock "$top/build/build.lock" build_module
}

# Everything that the site needs, from nothing.
need_site() {
  need_node
  need_toolchain
  need_node_modules
  with_lock "$top/build/build.lock" build_site
}
