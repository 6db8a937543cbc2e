#!/usr/bin/env bash
# Attacks the packaged server and measures what others notice. Nothing else should run meanwhile.
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw --batch-mode --no-transfer-progress -Phostile -DskipTests verify
