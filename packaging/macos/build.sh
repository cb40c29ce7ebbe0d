#!/usr/bin/env bash
# Build, sign, notarize and wrap FitWell for macOS. Run it on a Mac with Xcode's command line tools and create-dmg.
#   SIGN_AS="Developer ID Application: …" NOTARY_PROFILE=fitwell packaging/macos/build.sh
# NOTARY_PROFILE names what `xcrun notarytool store-credentials` keeps in the keychain. Without SIGN_AS, the result is
# signed for this Mac alone.
set -euo pipefail
cd "$(dirname "$0")/../.."

app=dist/FitWell.app
identity=${SIGN_AS:--}

python3.11 packaging/bootstrap.py --bundle
.venv/bin/python packaging/build_bundle.py
version=$(.venv/bin/python -c "import fitwell_desktop; print(fitwell_desktop.__version__)")
image=dist/FitWell-$version.dmg

# From the inside out: a signature covers what is signed already.
sign=(codesign --force --options runtime --sign "$identity")
if [ "$identity" != - ]; then
    sign+=(--timestamp)
fi
find "$app/Contents" -type f \( -name "*.dylib" -o -name "*.so" \) -print0 | xargs -0 "${sign[@]}"
find "$app/Contents" -type d -name "*.framework" -prune -print0 | xargs -0 "${sign[@]}"
"${sign[@]}" --entitlements packaging/macos/entitlements.plist "$app"
codesign --verify --deep --strict "$app"
"$app/Contents/MacOS/fitwell-desktop" --check

rm -f "$image"
create-dmg --volname FitWell --window-size 540 360 --icon-size 96 \
    --icon FitWell.app 140 160 --app-drop-link 400 160 "$image" "$app"

if [ -n "${NOTARY_PROFILE:-}" ]; then
    codesign --timestamp --sign "$identity" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image is built."
