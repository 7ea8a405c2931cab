; Windows installer of Đồng Hành Số (Inno Setup 6.3 or later).
;
; Expects the built program in dist\dong-hanh-so and its version, whose one source is
; kiosk/__init__.py, on the command line:
;
;   ISCC /DAppVersion=0.1.0 installer.iss
;
; Silent use: dong-hanh-so-setup-0.1.0.exe /VERYSILENT /TASKS="autostart" /LOG=install.log
; Settings, database and backups live in {commonappdata}\DongHanhSo. They outlive an update and an
; uninstallation; whoever wants them gone deletes that folder by hand.

#ifndef AppVersion
  #error Give the version: ISCC /DAppVersion=x.y.z installer.iss
#endif

#define AppName "Đồng Hành Số"
#define AppExe "dong-hanh-so.exe"

[Setup]
AppId={{5D05D845-07E1-4F81-A5A7-4EEC78E92C1E}
AppName={#AppName}
AppVersion={#AppVersion}
AppVerName={#AppName} {#AppVersion}
DefaultDirName={autopf}\DongHanhSo
; Fixed, because the folder is emptied before an update.
DisableDirPage=yes
DisableProgramGroupPage=yes
PrivilegesRequired=admin
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Windows 10 1809, the oldest that Qt 6.12 supports.
MinVersion=10.0.17763
CloseApplications=yes
LicenseFile=LICENSE
OutputDir=dist
OutputBaseFilename=dong-hanh-so-setup-{#AppVersion}
SetupLogging=yes
SolidCompression=yes
UninstallDisplayIcon={app}\{#AppExe}
WizardStyle=modern

[CustomMessages]
AutoStart=Tự mở khi có người đăng nhập máy này
StaffConsole={#AppName} (bàn cán bộ)

[Tasks]
Name: "autostart"; Description: "{cm:AutoStart}"; Flags: unchecked

[InstallDelete]
; A file that a new version no longer ships must not linger.
Type: filesandordirs; Name: "{app}\*"

[Dirs]
; Citizen's window and staff console may run under different accounts.
Name: "{commonappdata}\DongHanhSo"; Permissions: users-modify; Flags: uninsneveruninstall

[Files]
Source: "dist\dong-hanh-so\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{commonprograms}\{#AppName}"; Filename: "{app}\{#AppExe}"
Name: "{commonprograms}\{cm:StaffConsole}"; Filename: "{app}\{#AppExe}"; Parameters: "run --role staff"
Name: "{commonstartup}\{#AppName}"; Filename: "{app}\{#AppExe}"; Tasks: autostart
