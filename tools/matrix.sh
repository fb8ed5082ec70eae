#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of the QGIS side on several QGIS, from the built zip: tools/matrix.sh [3.22] [3.40] [3.44] [-- TEST ...]
# 3.22 is Debian 12's own; the others come from Debian's backports into a folder each ($CHROOTS, 2 GB a QGIS), which
# takes root and mmdebstrap. What is made once is kept.
set -eu
CHROOTS=${CHROOTS:-$HOME/.cache/lwganet-qgis/chroots}
STAGE=build/matrix
# These read the repository, not the plugin.
SOURCES="--ignore=tests/qgis/test_borders.py --deselect=tests/qgis/test_translations.py::test_files_are_as_the_sources_say"

versions=""
while [ $# -gt 0 ] && [ "$1" != "--" ]; do versions="$versions $1"; shift; done
[ $# -eq 0 ] || shift
[ -n "$versions" ] || versions="3.22 3.40 3.44"
[ $# -gt 0 ] || set -- tests/qgis

stage() { # a checkout whose plugin is the one in the zip
  rm -rf "$STAGE" && mkdir -p "$STAGE/build"
  git ls-files -z tests tools docs requirements benchmarks pyproject.toml Makefile README.md CHANGELOG.md \
    | xargs -0 cp --parents -P -t "$STAGE"
  python3 -m zipfile -e dist/lwganet_qgis-*.zip "$STAGE"
  for name in core models resources metadata.txt; do ln -s "lwganet_qgis/$name" "$STAGE/$name"; done
  cp -r resources/samples "$STAGE/resources/" # which the tests work on, and the zip leaves out
}

chroot_of() { # SUITE FOLDER: a Debian with the QGIS of its backports
  [ ! -e "$2/made" ] || return 0
  command -v mmdebstrap >/dev/null || apt-get install -y mmdebstrap
  rm -rf "$2"
  mirror=$(apt-get indextargets --format "\$(SITE)" "Created-By: Packages" | head -1)
  mmdebstrap --variant=apt --components=main --aptopt='Acquire::Check-Valid-Until "false"' \
    --include=ca-certificates,python3-venv,python3-pip "$1" "$2" \
    "deb $mirror $1 main" "deb $mirror $1-backports main"
  cp /etc/resolv.conf "$2/etc/resolv.conf"
  chroot "$2" sh -c "export DEBIAN_FRONTEND=noninteractive; apt-get update &&
    apt-get install -y --no-install-recommends -t $1-backports qgis python3-qgis &&
    apt-get install -y --no-install-recommends procps xvfb xauth git make fonts-dejavu-core qttools5-dev-tools &&
    apt-get clean"
  cp /etc/ssl/certs/ca-certificates.crt "$2/etc/ssl/certs/ca-certificates.crt" # for pip
  chroot "$2" sh -c "python3 -m venv --system-site-packages /opt/venv &&
    /opt/venv/bin/pip install -q pytest pytest-qgis pytest-qt pytest-xdist hypothesis &&
    python3 -m venv /opt/engine && /opt/engine/bin/pip install -q numpy rasterio shapely onnxruntime onnx"
  touch "$2/made"
}

inside() { # FOLDER COMMAND: with a clean environment and this folder as /src
  mkdir -p "$1/src" "$1/run/user/0"
  unshare --mount sh -c '
    mount --rbind /proc "$0/proc"; mount --rbind /dev "$0/dev"; mount --bind . "$0/src"
    exec chroot "$0" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LANG=C.UTF-8 XDG_RUNTIME_DIR=/run/user/0 \
      QT_QPA_PLATFORM=offscreen LWGANET_ENGINE_PYTHON=/opt/engine/bin/python sh -c "cd /src && $1"' "$1" "$2"
}

stage
failed=""
for version in $versions; do
  tests="-m pytest -q -p no:cacheprovider -m 'not long' $SOURCES $*"
  echo "QGIS $version"
  case $version in
    3.22) (cd "$STAGE" && LWGANET_ENGINE_PYTHON=$OLDPWD/.venv/bin/python QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 \
      PATH=/usr/bin:/bin sh -c "$OLDPWD/.venv-qgis/bin/python $tests") || failed="$failed $version" ;;
    3.40) chroot_of bookworm "$CHROOTS/$version"
      (cd "$STAGE" && inside "$CHROOTS/$version" "/opt/venv/bin/python $tests") || failed="$failed $version" ;;
    3.44) chroot_of trixie "$CHROOTS/$version"
      (cd "$STAGE" && inside "$CHROOTS/$version" "/opt/venv/bin/python $tests") || failed="$failed $version" ;;
    *) echo "unknown QGIS $version" >&2; exit 2 ;;
  esac
done
[ -z "$failed" ] || { echo "failed on QGIS$failed" >&2; exit 1; }
