; The installer for Windows, for one user and without administrator rights: makensis -DVERSION=… -DBUNDLE=… -DOUTPUT=… -DICON=… hamish.nsi
Unicode true
!include "MUI2.nsh"

Name "Hamish"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Hamish"
InstallDirRegKey HKCU "Software\Hamish" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma

!define MUI_ICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\hamish.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Arabic"

LangString NAME ${LANG_ENGLISH} "Hamish"
LangString NAME ${LANG_ARABIC} "هامش"
LangString KIND ${LANG_ENGLISH} "Hamish article"
LangString KIND ${LANG_ARABIC} "مقال هامش"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Hamish"

; "Open with" for a kind of file, without taking its default.
!macro OfferFor EXTENSION
  WriteRegStr HKCU "Software\Classes\${EXTENSION}\OpenWithProgids" "Hamish.File" ""
!macroend

!macro WithdrawFrom EXTENSION
  DeleteRegValue HKCU "Software\Classes\${EXTENSION}\OpenWithProgids" "Hamish.File"
!macroend

!macro ForEachKind WHAT
  !insertmacro ${WHAT} ".txt"
  !insertmacro ${WHAT} ".md"
  !insertmacro ${WHAT} ".html"
  !insertmacro ${WHAT} ".htm"
  !insertmacro ${WHAT} ".mhtml"
  !insertmacro ${WHAT} ".mht"
  !insertmacro ${WHAT} ".epub"
  !insertmacro ${WHAT} ".pdf"
  !insertmacro ${WHAT} ".docx"
  !insertmacro ${WHAT} ".odt"
  !insertmacro ${WHAT} ".opml"
!macroend

Section
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal" ; of an older version, whose parts must not stay among the new ones
!ifdef NSIS_WIN32_MAKENSIS
  File /r "${BUNDLE}\*"
!else
  File /r "${BUNDLE}/*"
!endif
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(NAME).lnk" "$INSTDIR\hamish.exe"

  WriteRegStr HKCU "Software\Hamish" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.hamish" "" "Hamish.Article"
  WriteRegStr HKCU "Software\Classes\Hamish.Article" "" "$(KIND)"
  WriteRegStr HKCU "Software\Classes\Hamish.Article\DefaultIcon" "" "$INSTDIR\hamish.exe,0"
  WriteRegStr HKCU "Software\Classes\Hamish.Article\shell\open\command" "" '"$INSTDIR\hamish.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Hamish.File\shell\open\command" "" '"$INSTDIR\hamish.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Hamish.File\shell\open" "FriendlyAppName" "Hamish"
  !insertmacro ForEachKind OfferFor

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Hamish"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\hamish.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Hamish developers"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; The library lies elsewhere, is the reader's, and stays.
Section "Uninstall"
  Delete "$SMPROGRAMS\$(NAME).lnk"
  DeleteRegKey HKCU "Software\Hamish"
  DeleteRegKey HKCU "Software\Classes\.hamish"
  DeleteRegKey HKCU "Software\Classes\Hamish.Article"
  DeleteRegKey HKCU "Software\Classes\Hamish.File"
  !insertmacro ForEachKind WithdrawFrom
  DeleteRegKey HKCU "${UNINSTALL}"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\hamish.exe"
  Delete "$INSTDIR\hamish-console.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
SectionEnd
