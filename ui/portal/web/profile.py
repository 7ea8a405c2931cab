"""The browser's side of one visit: a profile off the record, with everything a kiosk does not need
switched off.

Nothing of it is ever written to the disk, and nothing of it outlives the object. Two visits never
share one.
"""

from __future__ import annotations

import os

from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineSettings

from kiosk.domain.errors import BugError

FLAGS = (
    # The guide has its own buttons for larger and smaller; a pinch would lose the way back.
    "--disable-pinch",
    "--overscroll-history-navigation=0",
    # A kiosk asks no server of the browser's maker for anything.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--no-pings",
)
_ENGINE_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
_REMOTE_TOOLS = "QTWEBENGINE_REMOTE_DEBUGGING"

_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FocusOnNavigationEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.TouchIconsEnabled,
)
_ON = (_Attribute.PlaybackRequiresUserGesture, _Attribute.WebRTCPublicInterfacesOnly)


def prepare_engine(flags: tuple[str, ...] = FLAGS) -> None:
    """Set what the engine reads when its first profile is made; whatever was set before is gone."""
    os.environ[_ENGINE_FLAGS] = " ".join(flags)
    os.environ.pop(_REMOTE_TOOLS, None)


def off_the_record_profile() -> QWebEngineProfile:
    """Return a fresh profile that keeps everything in memory."""
    return close_down(QWebEngineProfile())


def close_down(profile: QWebEngineProfile) -> QWebEngineProfile:
    """Switch off what a kiosk does not need; raises BugError for a profile with a folder."""
    if not profile.isOffTheRecord():
        raise BugError("a visit's profile must be off the record")
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.setPersistentPermissionsPolicy(
        QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
    )
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.setHttpAcceptLanguage("vi-VN,vi")
    settings = profile.settings()
    for attribute in _OFF:
        settings.setAttribute(attribute, False)
    for attribute in _ON:
        settings.setAttribute(attribute, True)
    policy = QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
    settings.setUnknownUrlSchemePolicy(policy)
    return profile
