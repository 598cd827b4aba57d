# How everything of ours is compiled. Flags hang on targets: a library or test links one of these and has them.
#
#   ballast_platform       what all parts of one program must agree on, the test libraries too
#   ballast_options        every target of ours
#   ballast_wasm_program   what all WebAssembly programs are linked with (through ballast_platform)
#   ballast_wasm_module    the module that the page loads
#   ballast_wasm_test      a test program, run by Node

add_library(ballast_platform INTERFACE)
# Native and WebAssembly give the same doubles only if neither fuses multiply and add.
target_compile_options(ballast_platform INTERFACE -ffp-contract=off)
if(EMSCRIPTEN)
  include(ballast_wasm_options)
endif()

add_library(ballast_options INTERFACE)
target_link_libraries(ballast_options INTERFACE ballast_platform)
target_compile_features(ballast_options INTERFACE cxx_std_20)
target_compile_options(ballast_options INTERFACE
  # No path of the building machine in what is built.
  "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=."
  # Lines, which is what the sanitizers' traces need, and no variables: a third of the compile time. -g brings them back.
  # A test program that is sooner run than compiled is not optimised.
  "$<$<CONFIG:Debug>:$<IF:$<BOOL:$<TARGET_PROPERTY:BALLAST_UNOPTIMISED>>,-O0,-O1>>" "$<$<CONFIG:Debug>:-g1>"
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-align -Wdouble-promotion -Wformat=2 -Wundef
  # g++ 12 sees overlaps that are not there in std::string's operator+ (GCC bug 105651, mended in 13).
  "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>"
  # g++ 13 and later take a function's temporary argument for what its result refers to.
  "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,13>>:-Wno-dangling-reference>"
  "$<$<BOOL:${BALLAST_WARNINGS_AS_ERRORS}>:-Werror>")
if(BALLAST_DEPS)
  target_compile_options(ballast_options INTERFACE "-ffile-prefix-map=${BALLAST_DEPS}=deps")
endif()

if(BALLAST_CHECKED)
  target_compile_definitions(ballast_options INTERFACE
    _GLIBCXX_ASSERTIONS _LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_EXTENSIVE)
endif()

if(BALLAST_SANITIZE)
  if(EMSCRIPTEN)
    set(sanitizers undefined)
  else()
    set(sanitizers address,undefined)
    target_compile_options(ballast_options INTERFACE -fno-omit-frame-pointer)
  endif()
  if(BALLAST_FUZZ)
    # What the fuzzer steers by: which edges and comparisons an input reaches.
    string(APPEND sanitizers ,fuzzer-no-link)
  endif()
  # A finding ends the program, so that a test cannot pass in spite of it.
  target_compile_options(ballast_options INTERFACE -fsanitize=${sanitizers} -fno-sanitize-recover=all)
  target_link_options(ballast_options INTERFACE -fsanitize=${sanitizers})
endif()
