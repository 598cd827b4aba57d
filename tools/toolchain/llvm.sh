# shellcheck shell=bash
# The pinned release's LLVM and Binaryen in a private folder: what Emscripten compiles with, and the clang-format and
# clang-tidy of `./dev check`, so that both are of one version everywhere. The programs are built for a newer C library
# than the machine may have; they are told to use the one unpacked beside them.

llvm_packages=(
  clang-19 lld-19 llvm-19 clang-format-19 clang-tidy-19 binaryen patchelf
  # what those load
  libllvm19 libclang-cpp19 libclang-common-19-dev libz3-4 libxml2 libedit2 libbsd0 libmd0 libffi8 libtinfo6 liblzma5 libzstd1
  zlib1g libc6 libstdc++6 libgcc-s1
)
llvm_programs=(
  clang lld llvm-ar llvm-nm llvm-objcopy llvm-objdump llvm-readobj llvm-dwarfdump llvm-dwp llvm-cxxfilt llvm-size
  clang-format clang-tidy
)
binaryen_programs=(wasm-opt wasm-as wasm-dis wasm-ctor-eval wasm-emscripten-finalize wasm-metadce wasm-split wasm-merge wasm2js)

# build_llvm FOLDER FINAL : unpacks into FOLDER, for use at FINAL.
build_llvm() {
  local root=$1 final=$2 arch file
  private_apt_fetch "$apt_home" "$root/debs" "${llvm_packages[@]}" || return 1
  require_version "$root"/debs/clang-19_*.deb "$LLVM_VERSION" || return 1
  require_version "$root"/debs/binaryen_*.deb "$BINARYEN_VERSION" || return 1
  for file in "$root"/debs/*.deb; do
    echo "unpacking $(basename "$file")"
    unpack_package "$file" "$root" --exclude='*/llvm-exegesis' --exclude='*/usr/share/locale*' || return 1
  done
  rm -rf "$root/debs"
  keep_only "$root/usr/lib/llvm-19/bin" "${llvm_programs[@]}"
  keep_only "$root/usr/bin" patchelf "${binaryen_programs[@]}"

  arch=$(basename "$(dirname "$(find "$root/usr/lib" -name 'libLLVM.so.19*' -type f | head -n 1)")")
  for file in "${llvm_programs[@]/#/llvm-19/bin/}" "${binaryen_programs[@]/#/../bin/}"; do
    echo "preparing $file"
    use_own_libraries "$root" "$arch" "$root/usr/lib/$file" "$final" --set-interpreter || return 1
  done
  # These carry a search path of their own, with which they would take their libraries from the machine.
  for file in "$root/usr/lib/$arch"/libLLVM.so.19.* "$root/usr/lib/$arch"/libclang-cpp.so.19.*; do
    use_own_libraries "$root" "$arch" "$(readlink -f "$file")" "$final" || return 1
  done
}

# keep_only FOLDER PROGRAM… : removes every program but these and the links to them.
keep_only() {
  local folder=$1 file target keep program
  shift
  for file in "$folder"/*; do
    target=$(basename "$(readlink -f "$file")")
    keep=no
    for program in "$@"; do [ "$target" = "$program" ] && keep=yes; done
    [ "$keep" = yes ] || rm -f "$file"
  done
  find "$folder" -xtype l -delete
}

# use_own_libraries ROOT ARCH FILE FINAL [--set-interpreter]
# The unpacked patchelf has to be started through the unpacked loader. The search path is of the kind that the
# libraries' own dependencies follow too (DT_RPATH), hence --force-rpath.
use_own_libraries() {
  local root=$1 arch=$2 file=$3 final=$4 loader
  loader=$(cd "$root/usr/lib/$arch" && echo ld-linux-*.so.?)
  "$root/usr/lib/$arch/$loader" --library-path "$root/usr/lib/$arch" "$root/usr/bin/patchelf" \
    --force-rpath --set-rpath "$final/usr/lib/$arch" ${5:+"$5" "$final/usr/lib/$arch/$loader"} "$file"
}
