#!/usr/bin/env bash
# Draws the two icons of the Teams app from the SVG files beside this one, with Chromium. Needed only when they change.
set -euo pipefail
cd "$(dirname "$0")"
draw() {
  page=$(mktemp --suffix=.html)
  printf '<!doctype html><style>html,body{margin:0;background:transparent}svg{display:block;width:%spx;height:%spx}</style>%s' "$2" "$2" "$(cat "$1.svg")" >"$page"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --default-background-color=00000000 --window-size="$2,$2" --screenshot="$PWD/$1.png" "file://$page" 2>/dev/null
  rm "$page"
}
draw color 192
draw outline 32
