# Emscripten's flags. The reasons for each number are in docs/decisions/0013.

target_compile_options(ballast_platform INTERFACE -msimd128 -fwasm-exceptions)

add_library(ballast_wasm_program INTERFACE)
target_link_options(ballast_wasm_program INTERFACE
  -fwasm-exceptions
  -sALLOW_MEMORY_GROWTH
  -sABORTING_MALLOC=0
  -sSTACK_SIZE=1MB)
if(BALLAST_CHECKED)
  target_link_options(ballast_wasm_program INTERFACE -sASSERTIONS=2 -sSAFE_HEAP=1 -sSTACK_OVERFLOW_CHECK=2
    # Emscripten warns that debug information limits its optimiser: in this build it may.
    -Wno-limited-postlink-optimizations)
else()
  target_link_options(ballast_wasm_program INTERFACE -sSTACK_OVERFLOW_CHECK=1)
endif()
target_link_libraries(ballast_platform INTERFACE ballast_wasm_program)

add_library(ballast_wasm_module INTERFACE)
target_link_options(ballast_wasm_module INTERFACE
  -lembind
  -sMODULARIZE
  -sEXPORT_ES6
  -sEXPORT_NAME=createBallastModule
  -sENVIRONMENT=web,worker,node
  -sDYNAMIC_EXECUTION=0
  -sFILESYSTEM=0
  -sMAXIMUM_MEMORY=268435456)

# Tests read their cases from the disk, and say by their exit code how it went.
add_library(ballast_wasm_test INTERFACE)
target_link_options(ballast_wasm_test INTERFACE
  -sENVIRONMENT=node
  -sNODERAWFS
  -sEXIT_RUNTIME
  -sMAXIMUM_MEMORY=2147483648)
