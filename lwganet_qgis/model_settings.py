# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user has set about models: the one that each tool begins with, and catalogues besides the built-in one."""

from __future__ import annotations

import json
from dataclasses import dataclass

from qgis.core import QgsSettings

_DEFAULT = "lwganet/default_model/"
"""With the task behind it: a model's id."""
_CATALOGUES = "lwganet/catalogues"
"""JSON: [{"place": URL, "authcfg": id of an authentication of QGIS, or empty}]"""


@dataclass(frozen=True)
class CatalogueSetting:
    place: str
    """URL."""
    authcfg: str = ""


def default_model(task: str) -> str:
    """Empty: none is set."""
    return str(QgsSettings().value(_DEFAULT + task, "") or "")


def set_default_model(task: str, model_id: str) -> None:
    """Empty: the first at hand again."""
    if model_id:
        QgsSettings().setValue(_DEFAULT + task, model_id)
    else:
        QgsSettings().remove(_DEFAULT + task)


def catalogues() -> list[CatalogueSetting]:
    """The user's own; what cannot be read of the setting is left out."""
    try:
        listed = json.loads(str(QgsSettings().value(_CATALOGUES, "") or "[]"))
        return [CatalogueSetting(str(item["place"]), str(item.get("authcfg", ""))) for item in listed]
    except (ValueError, TypeError, KeyError, AttributeError):
        return []


def set_catalogues(settings: list[CatalogueSetting]) -> None:
    listed = [{"place": item.place, "authcfg": item.authcfg} for item in settings]
    QgsSettings().setValue(_CATALOGUES, json.dumps(listed))
