# shellcheck shell=bash
command_help() {
  # @place@ below becomes the real place.
  sed "s|@place@|$cache|" <<'EOF'
./dev serve [--port N]     build the site and serve it on http://localhost:8080/
./dev test [--quick] [WORD…]
                           run all tests. A WORD that names a step (native, properties, wasm, fuzz, install, tools, types,
                           unit, package, browser, engines; reproducible runs only when it is named)
                           runs only that one, any other WORD only the tests whose name has it.
                           --quick: native, tools, types and unit
./dev build                build the site into dist/, ready to be copied to a host
./dev check [--fix]        format, lint, types, and who includes whom; --fix: format first
./dev bench [NAME] [--json]
                           time the main tasks
./dev plan FILE.json       print a plan in the terminal
./dev package              make the npm package: build/package/ and build/ballast-VERSION.tgz
./dev clean [--all]        remove what was built; --all: the downloaded toolchain too
./dev help                 this text

Every command first installs or unpacks what it is missing, and says so. Logs: build/log/.
BALLAST_CACHE=FOLDER       where the toolchain is kept (now: @place@)
BALLAST_DEPS=FOLDER        C++ libraries of your own instead of the pinned ones
EOF
}
