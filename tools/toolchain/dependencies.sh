# shellcheck shell=bash
# The C++ libraries, in one version for the native and the WebAssembly build alike: each in a folder that holds nothing
# else, because a system's include folder given to Emscripten drags the system's C library headers in.

# build_dependencies FOLDER FINAL
build_dependencies() {
  local folder=$1 raw="$1/raw"
  private_apt_fetch "$apt_home" "$raw" nlohmann-json3-dev libeigen3-dev "libboost${BOOST_VERSION%.*}-dev" || return 1
  private_apt_fetch_upstream "$apt_home" "$raw" catch2 rapidcheck || return 1
  require_version "$raw"/nlohmann-json3-dev_*.deb "$JSON_VERSION" || return 1
  require_version "$raw"/libeigen3-dev_*.deb "$EIGEN_VERSION" || return 1
  require_version "$raw"/libboost*-dev_*.deb "$BOOST_VERSION" || return 1
  echo "$CATCH2_SHA256  $raw/catch2_$CATCH2_VERSION.orig.tar.gz" | sha256sum --check || return 1
  echo "$RAPIDCHECK_SHA256  $raw/rapidcheck_$RAPIDCHECK_VERSION.orig.tar.xz" | sha256sum --check || return 1

  local package
  for package in "$raw"/*.deb; do unpack_package "$package" "$raw/root" || return 1; done
  mkdir -p "$folder"/{nlohmann_json,eigen,boost_multiprecision}/include "$folder"/{catch2,rapidcheck}
  mv "$raw/root/usr/include/nlohmann" "$folder/nlohmann_json/include/"
  mv "$raw/root/usr/include/eigen3/Eigen" "$folder/eigen/include/"
  # Only Multiprecision is used; set to stand alone, it needs no other part of Boost than Config.
  mkdir "$folder/boost_multiprecision/include/boost"
  mv "$raw"/root/usr/include/boost/{multiprecision,config,config.hpp,version.hpp} "$folder/boost_multiprecision/include/boost/"
  tar -xf "$raw/catch2_$CATCH2_VERSION.orig.tar.gz" -C "$folder/catch2" --strip-components=1 || return 1
  tar -xf "$raw/rapidcheck_$RAPIDCHECK_VERSION.orig.tar.xz" -C "$folder/rapidcheck" || return 1
  rm -rf "$folder"/catch2/{tests,docs,examples,benchmarks,third_party} "$folder"/rapidcheck/{test,doc,examples} "$raw"
}
