#!/bin/sh
# Put Hamish into the home of who runs this, without root: the program, its icons, its entry in the menu.
set -e
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
program=$HOME/.local/lib/hamish
mkdir -p "$bin" "$data/applications" "$data/mime/packages" "$data/icons/hicolor" "$HOME/.local/lib"
rm -rf "$program"
cp -a program "$program"
ln -sf "$program/hamish" "$bin/hamish"
cp -a icons/. "$data/icons/hicolor/"
cp hamish.mime.xml "$data/mime/packages/hamish.xml"
sed "s|^Exec=hamish|Exec=\"$bin/hamish\"|" hamish.desktop > "$data/applications/hamish.desktop"
refresh='
command -v update-desktop-database > /dev/null && update-desktop-database -q "$data/applications" || true
command -v update-mime-database > /dev/null && update-mime-database "$data/mime" > /dev/null 2>&1 || true
command -v gtk-update-icon-cache > /dev/null && gtk-update-icon-cache -qf "$data/icons/hicolor" 2> /dev/null || true
'
eval "$refresh"
cat > "$bin/hamish-remove" <<END
#!/bin/sh
# Take the program away again. The library, which is yours, stays.
data="$data"
rm -rf "$program"
rm -f "$bin/hamish" "\$data/applications/hamish.desktop" "\$data/mime/packages/hamish.xml"
find "\$data/icons/hicolor" -name 'hamish.*' -path '*/apps/*' -delete
rm -f "$bin/hamish-remove"
$refresh
rm -f "\$data/applications/mimeinfo.cache" 2> /dev/null
END
chmod +x "$bin/hamish-remove"
echo "Hamish is in your menu of programs, and in $bin/hamish. To remove it: $bin/hamish-remove"
