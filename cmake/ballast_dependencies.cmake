# The libraries we build on, each as one target, ballast_dep_<name>: from BALLAST_DEPS (one folder per library, the same
# versions for native and WebAssembly), else from the machine's installed packages.
# Header-only ones are used by the core, privately: nobody who uses the installed core needs them.

# One that is missing is an error only for a module that uses it.
function(ballast_header_library name package target version)
  if(BALLAST_DEPS)
    add_library(ballast_dep_${name} INTERFACE)
    target_include_directories(ballast_dep_${name} SYSTEM INTERFACE "${BALLAST_DEPS}/${name}/include")
  else()
    find_package(${package} ${version})
    if(TARGET ${target})
      add_library(ballast_dep_${name} INTERFACE)
      target_link_libraries(ballast_dep_${name} INTERFACE ${target})
    endif()
  endif()
endfunction()

ballast_header_library(nlohmann_json nlohmann_json nlohmann_json::nlohmann_json 3.11.2)
ballast_header_library(eigen Eigen3 Eigen3::Eigen 3.4.0)
ballast_header_library(boost_multiprecision Boost Boost::headers 1.81.0)
if(TARGET ballast_dep_boost_multiprecision)
  # Without the rest of Boost.
  target_compile_definitions(ballast_dep_boost_multiprecision INTERFACE BOOST_MP_STANDALONE)
endif()

# The test libraries are compiled so that they fit our code, but neither with our warnings nor with sanitizers: those are
# for our own code, and triple the time. In one piece each, which is quicker still.
function(ballast_test_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;INCLUDES" ${ARGN})
  add_library(ballast_dep_${name} STATIC EXCLUDE_FROM_ALL ${arg_SOURCES})
  target_include_directories(ballast_dep_${name} SYSTEM PUBLIC ${arg_INCLUDES})
  target_link_libraries(ballast_dep_${name} PRIVATE ballast_platform)
  target_compile_options(ballast_dep_${name} PRIVATE -w -O0 -g0)
  target_compile_features(ballast_dep_${name} PUBLIC cxx_std_20)
  set_target_properties(ballast_dep_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
endfunction()

if(BALLAST_TESTS AND BALLAST_DEPS)
  # Catch2's own build compiles a hundred small files; its amalgamated source is one.
  set(catch2_generated "${PROJECT_BINARY_DIR}/catch2/include")
  file(MAKE_DIRECTORY "${catch2_generated}")
  set(CATCH_CONFIG_DEFAULT_REPORTER console)
  set(CATCH_CONFIG_CONSOLE_WIDTH 120)
  configure_file("${BALLAST_DEPS}/catch2/src/catch2/catch_user_config.hpp.in" "${catch2_generated}/catch2/catch_user_config.hpp")
  ballast_test_library(catch2
    SOURCES "${BALLAST_DEPS}/catch2/extras/catch_amalgamated.cpp"
    INCLUDES "${BALLAST_DEPS}/catch2/src" "${catch2_generated}")

  file(GLOB_RECURSE rapidcheck_sources "${BALLAST_DEPS}/rapidcheck/src/*.cpp")
  ballast_test_library(rapidcheck
    SOURCES ${rapidcheck_sources}
    INCLUDES "${BALLAST_DEPS}/rapidcheck/include" "${BALLAST_DEPS}/rapidcheck/extras/catch/include")
elseif(BALLAST_TESTS)
  find_package(Catch2 3.4 REQUIRED)
  find_package(rapidcheck REQUIRED)
  add_library(ballast_dep_catch2 ALIAS Catch2::Catch2WithMain)
  add_library(ballast_dep_rapidcheck ALIAS rapidcheck)
endif()
