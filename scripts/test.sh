#!/usr/bin/env bash
# Sets up everything and runs the gate: types, lint, format, layering, build and all tests.
#   npm test                      the whole gate
#   npm test -- test/core         only these tests
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/setup.sh

require_node
install_system_packages
install_node_packages
if (($# > 0)); then
  build_package
  exec node_modules/.bin/vitest run "$@"
fi
exec npm run --silent check
