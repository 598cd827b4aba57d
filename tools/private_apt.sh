# shellcheck shell=bash
# apt, working in folders of its own: it fetches packages of the pinned Debian release from the mirror that this machine
# is already set up with, checks their signatures, and leaves the machine's own package lists and system alone.
# It needs no root.

# The mirror, as apt itself reads it from this machine's configuration (whichever of its two file formats that has),
# which also works where the machine has never fetched a package list.
debian_mirror() {
  local release
  # shellcheck source=/dev/null
  release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  apt-get update --print-uris 2>/dev/null |
    sed -nE "s#^'(.*)/dists/(${release:-stable}|stable|oldstable|testing|sid)/InRelease'.*#\1#p" | head -n 1
}

system_keys=/usr/share/keyrings/debian-archive-keyring.gpg

# private_apt_open FOLDER : makes FOLDER/apt.conf and fetches the package lists.
private_apt_open() {
  local home=$1 mirror
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || { echo "ballast: no Debian mirror is set up in this machine's apt configuration"; return 1; }
  mkdir -p "$home/state/lists/partial" "$home/cache/archives/partial"
  : >"$home/state/status"
  cat >"$home/apt.conf" <<EOF
Dir::Etc::sourcelist "$home/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$home/state";
Dir::State::status "$home/state/status";
Dir::Cache "$home/cache";
APT::Sandbox::User "$(id -un)";
Acquire::Retries "2";
EOF
  private_apt_update "$home" "$mirror" "$system_keys" 2>&1 | tee "$home/first_try" && return
  grep -q NO_PUBKEY "$home/first_try" || return 1
  # A machine that was installed long ago does not know the pinned release's keys yet; its own release has them by now.
  (cd "$home" && apt-get download debian-archive-keyring && dpkg-deb -x debian-archive-keyring_*.deb keys) || return 1
  private_apt_update "$home" "$mirror" "$home/keys$system_keys"
}

private_apt_update() {
  local home=$1 mirror=$2 keys=$3
  {
    echo "deb [signed-by=$keys target=Packages] $mirror $PINNED_SUITE main"
    echo "deb-src [signed-by=$keys target=Sources] $mirror $PINNED_SUITE main"
  } >"$home/sources.list"
  APT_CONFIG="$home/apt.conf" apt-get update --error-on=any
}

# private_apt_fetch HOME FOLDER PACKAGE… : the .deb files, into FOLDER.
private_apt_fetch() {
  local home=$1 folder=$2
  shift 2
  mkdir -p "$folder"
  (cd "$folder" && APT_CONFIG="$home/apt.conf" apt-get download "$@")
}

# private_apt_fetch_upstream HOME FOLDER SOURCE : the upstream tarball of a source package, into FOLDER.
private_apt_fetch_upstream() {
  local home=$1 folder=$2
  shift 2
  mkdir -p "$folder"
  (cd "$folder" && APT_CONFIG="$home/apt.conf" apt-get source --download-only --tar-only "$@")
}

# require_version FILE.deb UPSTREAM : the package is of that upstream version; Debian's revision is free.
require_version() {
  local file=$1 wanted=$2 found
  found=$(dpkg-deb -f "$file" Version) || return 1
  found=${found#*:}
  case "$found" in
    "$wanted" | "$wanted"[-+~.]*) ;;
    *) echo "ballast: $(basename "$file") is version $found, but tools/versions.sh pins $wanted"; return 1 ;;
  esac
}

# unpack_package FILE.deb ROOT [TAR OPTION…]
unpack_package() {
  local file=$1 root=$2
  shift 2
  mkdir -p "$root"
  dpkg-deb --fsys-tarfile "$file" | tar -x -C "$root" --no-same-owner \
    --exclude='./usr/share/doc*' --exclude='./usr/share/man*' --exclude='./usr/share/lintian*' "$@"
}
