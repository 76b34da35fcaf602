#!/usr/bin/env bash
# Sets up everything and makes a first report: of the engine on this machine where one answers, else of
# the bundled example. It only reads. It judges by the CIS benchmark unless told otherwise, and writes to
# plimsoll-report unless PLIMSOLL_OUT names another folder.
#   npm run quickstart
#   npm run quickstart -- --framework pci-dss-3.1 --lang zh      any option of plimsoll scan
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/setup.sh

require_node
install_node_packages
build_package

out=${PLIMSOLL_OUT:-plimsoll-report}
targets=()
(($# > 0)) || set -- --framework cis-docker-1.8.0
if ! why=$(node dist/cli.js access 2>&1); then
  printf '%s\n\n' "$why" 'So this is the bundled example, recorded on a real engine.'
  targets=(examples/recorded/snapshot.json)
fi

# Findings (1) are a result; only trouble (2) is not.
code=0
node dist/cli.js scan "${targets[@]}" --format html,pdf --out "$out" "$@" || code=$?
((code < 2)) || exit "$code"
