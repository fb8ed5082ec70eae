#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of all windows: docs/images at 1500 x 950 in English and light, build/screenshots/* in all other ways.
#   SCREENS="1280x720@1 1500x950@1 1600x1000@1.5" THEMES="light dark" LANGUAGES="en de" SCRIPTS="..."
set -eu
SCREENS=${SCREENS:-1280x720@1 1500x950@1 1600x1000@1.5}
THEMES=${THEMES:-light dark}
LANGUAGES=${LANGUAGES:-en de}
SCRIPTS=${SCRIPTS:-screenshots screenshots_layers screenshots_results screenshots_change screenshots_engine screenshots_models screenshots_import screenshots_options}
root=$PWD

for screen in $SCREENS; do for theme in $THEMES; do for language in $LANGUAGES; do
  target=$root/build/screenshots/$screen-$theme-$language
  [ "$screen-$theme-$language" != 1500x950@1-light-en ] || target=$root/docs/images
  mkdir -p "$target"
  profile=$root/build/screenshots/profile
  rm -rf "$profile" && cp -r build/demo/profile "$profile"
  ini=$profile/profiles/default/QGIS/QGIS3.ini
  sed -i '/^\(overrideFlag\|userLocale\|globalLocale\|UITheme\)=/d' "$ini"
  printf '\n[locale]\noverrideFlag=true\nuserLocale=%s\nglobalLocale=%s\n' "$language" "$language" >> "$ini"
  [ "$theme" = light ] || printf '\n[UI]\nUITheme=Night Mapping\n' >> "$ini"
  for script in $SCRIPTS; do
    echo "$screen $theme $language $script"
    LWGANET_ROOT="$root" LWGANET_PICTURES="$target" QGIS_PLUGINPATH="$root/build/demo/plugins" \
      LWGANET_ENGINE_PYTHON="$root/.venv/bin/python" PYTHONPATH="$root/tools" LC_ALL=C.UTF-8 PATH=/usr/bin:/bin QT_SCALE_FACTOR="${screen#*@}" \
      xvfb-run -a -s "-screen 0 ${screen%@*}x24" \
      qgis --nologo --noversioncheck --profiles-path "$profile" \
      --code "tools/$script.py"
  done
done; done; done
