# shellcheck shell=bash
command_serve() {
  local port=8080
  while [ $# -gt 0 ]; do
    case "$1" in
      --port) port=${2:-}; shift ;;
      --port=*) port=${1#*=} ;;
      *) fail "serve does not know '$1' (./dev serve [--port N])" ;;
    esac
    shift
  done
  [[ "$port" =~ ^[0-9]{1,5}$ ]] || fail "not a port number: '$port'"
  need_site
  exec node tools/serve.mjs --root dist --port "$port"
}
