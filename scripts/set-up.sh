#!/usr/bin/env bash
# Sets up one part of what the Makefile's targets need, and does nothing when that part is there already:
#   set-up.sh npm               the npm packages, among them Node 24
#   set-up.sh web               the web application, built into packages/web/dist
#   set-up.sh python NAME...    the virtual environments .venv/NAME from e2e/python/NAME.txt, several at once
#   set-up.sh engines           what the tests start: Postgres, Chromium, and the shells whose completion is tested
# As root on Debian a missing package is installed. Elsewhere the command says which one is missing: that is an error
# for what was asked for alone, and with CI=true; with --optional it is a message, and the tests report what they skip.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly part=${1:?which part to set up}
shift
optional=false
names=()
for argument in "$@"; do
  if [ "$argument" = --optional ]; then optional=true; else names+=("$argument"); fi
done

say() { printf 'set-up: %s\n' "$*" >&2; }

missing() {
  say "$1 is missing. Install the package \"$2\"."
  [ "$optional" = true ] && [ "${CI:-}" != true ] && exit 0
  exit 1
}

# Tries to install a Debian package; fails where that is not ours to do.
install_package() {
  [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null || return 1
  say "installing the package \"$1\""
  mkdir -p .cache
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1"; } \
    >.cache/apt.log 2>&1 || { cat .cache/apt.log >&2; return 1; }
}

set_up_npm() {
  command -v npm >/dev/null || missing npm npm
  local wanted
  wanted=$(sha256sum package-lock.json | cut -d ' ' -f 1)
  [ "$(cat node_modules/.set-up 2>/dev/null)" = "$wanted" ] && return
  say 'installing the npm packages'
  npm ci --no-audit --no-fund --loglevel=error
  # The package "node" fetches its program in an install script, which some npm versions and settings leave out.
  [ -x node_modules/node/bin/node ] || (cd node_modules/node && node installArchSpecificPackage)
  printf '%s\n' "$wanted" >node_modules/.set-up
}

set_up_web() {
  local wanted
  wanted=$(find packages/web packages/core/src packages/api/src package-lock.json -type f \
    -not -path '*/dist/*' -not -path '*/node_modules/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  [ "$(cat packages/web/dist/.set-up 2>/dev/null)" = "$wanted" ] && return
  say 'building the web application'
  npm run --silent build -w @slipway/web -- --logLevel warn
  printf '%s\n' "$wanted" >packages/web/dist/.set-up
}

set_up_pythons() {
  local name wanted outdated=()
  for name in "$@"; do
    wanted=$(sha256sum "e2e/python/$name.txt" | cut -d ' ' -f 1)
    [ "$(cat ".venv/$name/.set-up" 2>/dev/null)" = "$wanted" ] || outdated+=("$name" "$wanted")
  done
  [ "${#outdated[@]}" = 0 ] && return
  command -v python3 >/dev/null || install_package python3 || missing python3 python3
  python3 -c 'import ensurepip, venv' 2>/dev/null || install_package python3-venv || missing 'the Python module venv' python3-venv
  export -f say make_python
  printf '%s\n' "${outdated[@]}" | xargs -n 2 -P 4 bash -euc 'make_python "$@"' make-python
}

# Makes the environment NAME anew. Modules are compiled when they are first imported: most never are.
make_python() {
  local name=$1 wanted=$2 folder=.venv/$1
  say "making the Python environment $folder"
  rm -rf "$folder"
  python3 -m venv "$folder"
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile --requirement "e2e/python/$name.txt"
  printf '%s\n' "$wanted" >"$folder/.set-up"
}

set_up_engines() {
  local shell
  for shell in bash zsh fish; do
    command -v "$shell" >/dev/null || install_package "$shell" || missing "the shell $shell" "$shell"
  done
  command -v script >/dev/null || install_package bsdutils || missing 'the program script' bsdutils
  [ -n "${SLIPWAY_TEST_CHROMIUM:-}" ] || command -v chromium-headless-shell >/dev/null ||
    install_package chromium-headless-shell || command -v chromium >/dev/null || missing Chromium chromium
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && return
  command -v initdb >/dev/null && return
  install_package postgresql || missing Postgres postgresql
}

case $part in
  npm) set_up_npm ;;
  web) set_up_web ;;
  python)
    : "${names[0]:?which Python environments}"
    set_up_pythons "${names[@]}"
    ;;
  engines) set_up_engines ;;
  *) say "there is no part \"$part\""; exit 2 ;;
esac
