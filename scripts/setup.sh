# shellcheck shell=bash
# Sourced by the scripts beside it, in the project's folder: brings in what is missing, and is quick and
# silent when nothing is.

die() {
  printf '%s\n' "$@" >&2
  exit 2
}

# Runs a command without a word; when it fails, shows all that it said.
quietly() {
  local title=$1 log
  shift
  log=$(mktemp)
  printf '%s …\n' "$title"
  if ! "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    die "$title failed: $*"
  fi
  rm -f "$log"
}

require_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    die 'Node.js 20.19 or newer and npm are needed, and were not found.'
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    die "Node.js 20.19 or newer is needed; this is $(node --version)."
}

# node_modules as the lock file says.
install_node_packages() {
  [[ node_modules/.package-lock.json -nt package-lock.json ]] ||
    quietly 'Installing packages' npm ci --no-audit --no-fund --loglevel=error
}

# dist/, unless it is newer than everything that it is made of.
build_package() {
  [[ -e dist/cli.js && -e dist/index.d.ts &&
    -z $(find src package.json package-lock.json tsconfig.json tsup.config.ts -newer dist/index.d.ts -print -quit) ]] ||
    quietly 'Building' npm run --silent build
}

# Names the Debian packages of which nothing was found. Commands are looked for, not packages, so that an
# engine that came another way is left as it is.
missing_system_packages() {
  local command package
  while read -r command package; do
    PATH="$PATH:/usr/sbin:/sbin" command -v "$command" >/dev/null || printf '%s\n' "$package"
  done <<'END'
dockerd docker.io
podman podman
docker docker-cli
docker-compose docker-compose
iptables iptables
ps procps
busybox busybox-static
chromium chromium
pdftotext poppler-utils
openssl openssl
cosign cosign
unzip unzip
unshare util-linux
clamscan clamav
clamd clamav-daemon
docker-registry docker-registry
yara yara
zstd zstd
rpmbuild rpm
zsh zsh
fish fish
pre-commit pre-commit
systemd-notify systemd
nats-server nats-server
END
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || printf 'postgresql\n'
  [[ -d /usr/lib/python3/dist-packages/openpyxl ]] || printf 'python3-openpyxl\n'
  compgen -G '/usr/share/fonts/*/*/NotoSansCJK-*' >/dev/null || printf 'fonts-noto-cjk\n'
}

# What the tests of real engines, pages and PDFs need. No service is started: the tests start engines of
# their own, in folders of their own, beside whatever else runs.
install_system_packages() {
  local missing policy=/usr/sbin/policy-rc.d
  mapfile -t missing < <(missing_system_packages)
  ((${#missing[@]} > 0)) || return 0
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    printf '%s\n' 'Not found, so some tests will be skipped. On Debian or Ubuntu:' \
      "  sudo apt-get install --no-install-recommends ${missing[*]}"
    return 0
  fi
  export DEBIAN_FRONTEND=noninteractive
  if [[ ! -e $policy ]]; then
    # Debian's way to say that packages may not start their services.
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  fi
  quietly 'Updating the package lists' apt-get update
  quietly "Installing ${missing[*]}" apt-get install -y --no-install-recommends "${missing[@]}"
  if [[ -n $(trap -p EXIT) ]]; then
    rm -f "$policy"
    trap - EXIT
  fi
}
