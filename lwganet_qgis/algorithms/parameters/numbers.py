# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers of parameters. QGIS takes what it cannot read for the default, or for 0; here it is refused by name."""

from __future__ import annotations

import math
import re
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingParameterNumber, QgsProperty
from qgis.PyQt.QtCore import QLocale

from ...core.errors import InputError
from ...texts import tr

_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_INTEGER = QgsProcessingParameterNumber.Type.Integer


class NumberParameter(QgsProcessingParameterNumber):
    def checkValueIsAcceptable(self, value: Any, context: QgsProcessingContext | None = None) -> bool:  # noqa: N802
        """Anything: the tool's own check says what is wrong, and reads decimal commas."""
        return True


def parsed(text: str) -> float:
    """A finite number, with a decimal comma where the locale writes one. Raises ValueError."""
    if QLocale().decimalPoint() == "," and text.count(",") == 1:
        text = text.replace(",", ".")
    if not _PLAIN.fullmatch(text) or not math.isfinite(float(text)):
        raise ValueError(text)
    return float(text)


def read(tool: QgsProcessingAlgorithm, values: dict[str, Any], name: str, context: QgsProcessingContext) -> Any:
    """The number of a parameter, an int where it is whole by type; what is empty or missing is the default, or None.

    Raises InputError naming the parameter and what it may be.
    """
    definition = tool.parameterDefinition(name)
    given = values.get(name)
    if isinstance(given, QgsProperty):
        given, _ = given.value(context.expressionContext())
    if given is None or str(given).strip() in ("", "NULL"):
        given = definition.defaultValue()
    if given is None or str(given).strip() == "":
        return None
    whole = definition.dataType() == _INTEGER
    try:
        number = parsed(str(given).strip())
        if isinstance(given, bool) or (whole and number != int(number)):
            raise ValueError
    except ValueError:
        number = math.nan
    low, high = definition.minimum(), definition.maximum()
    if not low <= number <= high:
        expected = tr("a whole number from {:g} to {:g}") if whole else tr("a number from {:g} to {:g}")
        raise InputError(tr("{} is {}; give {}.").format(name, given, expected.format(low, high)))
    return int(number) if whole else number
