# shellcheck shell=bash
# The rows are the only thing on standard output, so that --json can be piped.
command_bench() {
  need_site >&2
  must_step separable "Compiling what is timed alone" compile wasm ballast_separable >&2
  npm run -s bench -- "$@"
}
