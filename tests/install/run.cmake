# Installs a build, then configures, builds and runs docs/examples/cpp against what was installed.
#   cmake -DBUILD=<build folder> -DWORK=<scratch folder> -P run.cmake
file(REMOVE_RECURSE "${WORK}")
foreach(step IN ITEMS
    "--install;${BUILD};--prefix;${WORK}/prefix"
    # BALLAST_DEPS is not passed on: whoever uses the core does not need the libraries that it is built on.
    "-G;Ninja;-S;${CMAKE_CURRENT_LIST_DIR}/../../docs/examples/cpp;-B;${WORK}/build;-DCMAKE_PREFIX_PATH=${WORK}/prefix;-DCMAKE_BUILD_TYPE=Release"
    "--build;${WORK}/build"
    "-E;env;${WORK}/build/consumer")
  execute_process(COMMAND "${CMAKE_COMMAND}" ${step} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
