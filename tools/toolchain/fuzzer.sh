# shellcheck shell=bash
# What the private clang lacks to build fuzzers: its sanitizers' and libFuzzer's runtimes, and the C and C++ libraries of
# the same Debian release to link with, as one system root. Built programs run on that release's loader, too, so that
# they are the same wherever they are built.

fuzzer_packages=(
  libclang-rt-19-dev libclang-common-19-dev
  libc6-dev libstdc++-14-dev libgcc-14-dev linux-libc-dev
  libc6 libstdc++6 libgcc-s1
)

# build_fuzzer FOLDER FINAL LLVM : unpacks into FOLDER, for use at FINAL.
build_fuzzer() {
  local root=$1 llvm=$3 arch file
  private_apt_fetch "$apt_home" "$root/debs" "${fuzzer_packages[@]}" llvm-19 || return 1
  require_version "$root"/debs/libclang-rt-19-dev_*.deb "$LLVM_VERSION" || return 1
  for file in "$root"/debs/*.deb; do
    case "$(basename "$file")" in llvm-19_*) continue ;; esac
    echo "unpacking $(basename "$file")"
    unpack_package "$file" "$root" --exclude='*-i386.*' --exclude='*/usr/lib/*/gconv*' || return 1
  done
  # Linker scripts name files as an installed system has them.
  ln -sfn usr/lib "$root/lib"
  [ ! -d "$root/usr/lib64" ] || ln -sfn usr/lib64 "$root/lib64"
  # Without it a finding's stack is addresses.
  unpack_package "$root"/debs/llvm-19_*.deb "$root" --wildcards './usr/lib/llvm-19/bin/llvm-symbolizer' || return 1
  rm -rf "$root/debs"
  arch=$(basename "$(dirname "$(find "$llvm/usr/lib" -name 'libLLVM.so.19*' -type f | head -n 1)")")
  use_own_libraries "$llvm" "$arch" "$root/usr/lib/llvm-19/bin/llvm-symbolizer" "$llvm" --set-interpreter
}
