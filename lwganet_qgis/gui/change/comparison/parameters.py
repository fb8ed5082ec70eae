# SPDX-License-Identifier: GPL-3.0-or-later
"""What a comparison is made with, as values: for the tools, for the command line, for the project."""

from __future__ import annotations

import json
import shlex
from dataclasses import asdict, dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Image:
    """One of the two dates. `date` is YYYY-MM-DD, or empty where nobody knows."""

    layer: str = ""
    """Id in the project."""
    name: str = ""
    source: str = ""
    """What Processing opens."""
    date: str = ""

    @property
    def title(self) -> str:
        """Name and date, the date once."""
        return self.name if self.date in self.name else f"{self.name}, {self.date}"


@dataclass(frozen=True)
class Tuning:
    """From probability to polygons; see `lwganet:changepolygons`."""

    threshold: float = 0.5
    closing: int = 0
    opening: int = 0
    min_area: float = 0.0
    simplify: float = 0.0

    def as_parameters(self) -> dict[str, Any]:
        return {
            "THRESHOLD": self.threshold, "CLOSING": self.closing, "OPENING": self.opening,
            "MIN_AREA": self.min_area, "SIMPLIFY": self.simplify,
        }  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """One comparison, whole."""

    before: Image = field(default_factory=Image)
    after: Image = field(default_factory=Image)
    model: str = ""
    bands: str = ""
    extent: str = ""
    """As Processing writes one, with its CRS: ``xmin,xmax,ymin,ymax [EPSG:4326]``. Empty: all that both share."""
    mask: str = ""
    """Source of a polygon layer. Empty: no polygons."""
    shift: tuple[float, float] = (0.0, 0.0)
    """Of the after date, in map units of the before date."""
    match: bool = False
    """Whether the after date's values are brought to the before date's."""
    device: str = "auto"
    tuning: Tuning = field(default_factory=Tuning)

    @property
    def ready(self) -> bool:
        return bool(self.before.source and self.after.source and self.model)

    def as_parameters(self) -> dict[str, Any]:
        """Of `lwganet:detectchange`, without its destinations."""
        found: dict[str, Any] = {"BEFORE": self.before.source, "AFTER": self.after.source, "MODEL": self.model}
        if self.bands:
            found["BANDS"] = self.bands
        if self.extent:
            found["EXTENT"] = self.extent
        if self.mask:
            found["MASK"] = self.mask
        if self.shift != (0.0, 0.0):
            found["SHIFT"] = f"{self.shift[0]!r},{self.shift[1]!r}"
        if self.match:
            found["MATCH"] = True
        return {**found, "DEVICE": self.device, **self.tuning.as_parameters()}

    def command(self, **destinations: str) -> str:
        """The same run in a shell; `destinations` are OUTPUT, PROBABILITY, POLYGONS."""
        given = {**self.as_parameters(), **destinations}
        words = [shlex.quote(f"{name}={_plain(value)}") for name, value in given.items()]
        return " ".join(["qgis_process run lwganet:detectchange --", *words])

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Comparison:
        """Raises ValueError for anything that `to_json` has not written."""
        try:
            data = json.loads(text)
            return replace(
                cls(**{**data, "shift": tuple(float(v) for v in data["shift"])}),
                before=Image(**data["before"]),
                after=Image(**data["after"]),
                tuning=Tuning(**data["tuning"]),
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"not a comparison: {error}") from error


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
