# The toolchain file of the fuzz preset: the clang and the system root that ./dev unpacks; without them, the machine's
# own clang, if it brings libFuzzer.
include("${CMAKE_CURRENT_LIST_DIR}/../build/fuzzer.cmake" OPTIONAL)
if(DEFINED BALLAST_FUZZER)
  file(GLOB fuzzer_loader "${BALLAST_FUZZER}/usr/lib*/ld-linux-*.so.?")
  file(GLOB fuzzer_libraries "${BALLAST_FUZZER}/usr/lib/*-linux-gnu")
  set(CMAKE_CXX_COMPILER "${BALLAST_LLVM}/bin/clang++")
  set(CMAKE_SYSROOT "${BALLAST_FUZZER}")
  set(CMAKE_CXX_FLAGS_INIT "-resource-dir=${BALLAST_FUZZER}/usr/lib/llvm-19/lib/clang/19")
  set(CMAKE_EXE_LINKER_FLAGS_INIT
    "-fuse-ld=lld -Wl,--dynamic-linker=${fuzzer_loader} -Wl,-rpath,${fuzzer_libraries}")
else()
  set(CMAKE_CXX_COMPILER clang++)
endif()
