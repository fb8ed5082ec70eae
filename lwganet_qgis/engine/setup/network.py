# SPDX-License-Identifier: GPL-3.0-or-later
"""QGIS's proxy and certificates, as environment variables that pip and uv know."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery, QSslConfiguration

from ..environment import child_environment

_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http", QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}  # fmt: skip
_ANYWHERE = "https://example.org"
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_BUNDLES = ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


def installer_environment(folder: Path, environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """The engine's environment with proxy and certificates of QGIS, where the user's own variables name none.

    Call it on the main thread. `folder` gets the file of certificates; where it cannot be written, there is none.
    """
    made = child_environment(environ)
    given = {name.upper() for name in made}
    address = proxy_address()
    if address and not given & set(_PROXIES):
        made.update({name: address for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")})
        made["NO_PROXY"] = ",".join(_not_by_proxy())
    if not given & set(_BUNDLES):
        bundle = _write_certificates(folder)
        if bundle:
            made.update({name: bundle for name in _BUNDLES})
    made.update({"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_DEFAULT_TIMEOUT": "60",
                 "UV_NO_PROGRESS": "1", "UV_HTTP_TIMEOUT": "60"})  # fmt: skip
    return made


def proxy_address() -> str:
    """Of QGIS's options, else of the system; with user and password. Empty: none."""
    proxy = QgsNetworkAccessManager.instance().fallbackProxy()
    if not QgsSettings().value("proxy/proxyEnabled", False, bool):
        return ""
    if proxy.type() in (QNetworkProxy.ProxyType.DefaultProxy, QNetworkProxy.ProxyType.NoProxy):
        found = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(_ANYWHERE)))
        proxy = found[0] if found else proxy
    scheme = _SCHEMES.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return ""
    who = ""
    if proxy.user():
        who = quote(proxy.user(), safe="") + (f":{quote(proxy.password(), safe='')}" if proxy.password() else "") + "@"
    return f"{scheme}://{who}{proxy.hostName()}:{proxy.port()}"


def _not_by_proxy() -> list[str]:
    """Hosts that QGIS reaches without it."""
    urls = [*QgsNetworkAccessManager.instance().excludeList(), *QgsNetworkAccessManager.instance().noProxyList()]
    return ["localhost", "127.0.0.1", *filter(None, (QUrl(url).host() or url for url in urls))]


def _write_certificates(folder: Path) -> str:
    """Those that the system and QGIS trust, in one file; empty: there are none, or no place for it."""
    trusted = list(QSslConfiguration.systemCaCertificates())
    manager = QgsApplication.authManager()
    if not manager.isDisabled():
        trusted += list(manager.trustedCaCertsCache())
    text = b"".join(bytes(certificate.toPem()) for certificate in trusted)
    path = folder / "certificates.pem"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    except OSError:
        return ""
    return str(path) if text else ""
