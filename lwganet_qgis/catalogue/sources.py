# SPDX-License-Identifier: GPL-3.0-or-later
"""Where catalogues lie: the one that comes with the plugin, and those that the user has added."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from .. import model_settings
from ..core.catalogue import catalogue, esri
from ..core.catalogue.catalogue import Catalogue
from ..core.errors import ModelError
from ..model_settings import CatalogueSetting
from ..texts import tr
from .network import Bytes, Check, fetch, local_path

BUILT_IN = CatalogueSetting((Path(__file__).parents[1] / "resources" / "catalogue.json").as_uri())


def sources() -> list[CatalogueSetting]:
    return [BUILT_IN, *model_settings.catalogues()]


def setting_of(text: str, authcfg: str = "") -> CatalogueSetting:
    """What a person typed, a URL or a path. Raises ModelError where it can be neither."""
    found = text.strip()
    if not found:
        raise ModelError(tr("Give the address of a catalogue, or choose its file."))
    if urlsplit(found).scheme.lower() in ("http", "https", "file"):
        return CatalogueSetting(found, authcfg)
    path = Path(found)
    if not path.is_file():
        raise ModelError(tr("{} is neither a file nor an http or https address.").format(found))
    return CatalogueSetting(path.resolve().as_uri())


def authentication(setting: CatalogueSetting, url: str) -> str:
    """That of the catalogue, for what lies on its own server alone."""
    own, other = urlsplit(setting.place), urlsplit(url)
    return setting.authcfg if (own.scheme, own.netloc) == (other.scheme, other.netloc) else ""


def read(setting: CatalogueSetting, check: Check) -> Catalogue:
    """What lies there. Raises ModelError where it cannot be had, or is no catalogue, OSError, Cancelled."""
    parts = urlsplit(setting.place)
    if parts.scheme == "file" and parts.path.lower().endswith(esri.ENDINGS):
        path = local_path(setting.place)
        return Catalogue(path.name, (esri.read_esri(path),), place=setting.place)

    def content(url: str) -> bytes:
        if urlsplit(url).scheme.lower() == "file" and parts.scheme != "file":
            raise ModelError(tr("A catalogue from the web may not name files of this machine ({}).").format(url))
        received = Bytes(catalogue.LARGEST)
        fetch(url, received, check, authentication(setting, url))
        return bytes(received.content)

    return catalogue.read_catalogue(setting.place, content)
