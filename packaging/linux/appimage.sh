#!/usr/bin/env bash
# Wrap dist/fitwell (made by `make bundle`) into one AppImage file. Needs appimagetool on the PATH.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! command -v appimagetool >/dev/null; then
    echo "Please put appimagetool (from the AppImage project) on the PATH, then start again." >&2
    exit 1
fi

id=org.fitwell.Desktop
tree=build/FitWell.AppDir
version=$(.venv/bin/python -c "import fitwell_desktop; print(fitwell_desktop.__version__)")

rm -rf "$tree"
mkdir -p "$tree/usr/lib" "$tree/usr/share/metainfo" "$tree/usr/share/applications"
cp -a dist/fitwell "$tree/usr/lib/fitwell"
cp packaging/linux/$id.desktop "$tree/"
cp packaging/linux/$id.desktop "$tree/usr/share/applications/"
cp packaging/linux/$id.metainfo.xml "$tree/usr/share/metainfo/$id.appdata.xml"
cp resources/app/fitwell-256.png "$tree/$id.png"
ln -s $id.png "$tree/.DirIcon"
ln -s usr/lib/fitwell/fitwell-desktop "$tree/AppRun"

VERSION=$version appimagetool --no-appstream "$tree" "dist/FitWell-$version-$(uname -m).AppImage"
