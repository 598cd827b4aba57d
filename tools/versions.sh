# shellcheck shell=bash disable=SC2034  # read by the scripts that source this file
# Every tool and library that ./dev fetches, pinned. docs/decisions/0011 says what each pin means.

# The Debian release whose packages are unpacked into the private folder, whatever the machine itself runs.
PINNED_SUITE=trixie

# Upstream versions. Debian's own revision behind it ("-3", "+dfsg-3") may move with a point release.
LLVM_VERSION=19.1.7
BINARYEN_VERSION=120
EMSCRIPTEN_VERSION=3.1.69
JSON_VERSION=3.11.3
EIGEN_VERSION=3.4.0
BOOST_VERSION=1.83.0

# Upstream tarballs, which never change for a given version: pinned by content.
CATCH2_VERSION=3.7.1
CATCH2_SHA256=c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
RAPIDCHECK_VERSION=0~1048-a5724ea
RAPIDCHECK_SHA256=a56df6c2fc91ae1a49092666e8115e71801fc2976543b822a616561c8b49a4b7

# The oldest that will do, where the machine's own is used.
EMSCRIPTEN_AT_LEAST=3.1.69
CMAKE_AT_LEAST=3.25
GXX_AT_LEAST=12
NODE_AT_LEAST=20
