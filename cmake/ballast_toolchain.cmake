# Where the libraries are: what ./dev found or fetched, written by it. Without that file (another project's build, or
# a machine where ./dev does not fetch), BALLAST_DEPS can be set by hand; if it is not, installed packages are used.
include("${PROJECT_SOURCE_DIR}/build/toolchain.cmake" OPTIONAL)
