# The toolchain file of the wasm presets: hands over to Emscripten's own, wherever Emscripten is.
include("${CMAKE_CURRENT_LIST_DIR}/../build/toolchain.cmake" OPTIONAL)
if(NOT DEFINED BALLAST_EMSCRIPTEN)
  find_program(BALLAST_EMCC emcc REQUIRED NO_CACHE)
  file(REAL_PATH "${BALLAST_EMCC}" BALLAST_EMCC)
  cmake_path(GET BALLAST_EMCC PARENT_PATH BALLAST_EMSCRIPTEN)
endif()
include("${BALLAST_EMSCRIPTEN}/cmake/Modules/Platform/Emscripten.cmake")
