# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes resources/pictures/MODEL.jpg, what each bundled model makes of its sample, from what `make demo` left.

Run by `make pictures`, with LWGANET_ROOT as the project's folder.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter

ROOT = Path(os.environ["LWGANET_ROOT"])
DEMO = ROOT / "build" / "demo"
SAMPLES = ROOT / "resources" / "samples"
TARGET = ROOT / "resources" / "pictures"
WIDTH, GAP, QUALITY = 1120, 8, 82
FLAT = 0.5
"""Images flatter than this stand below each other."""


def results(sample: dict[str, Any]) -> dict[str, str]:
    """As demo/run.py names them."""
    name, task = sample["name"], sample["task"]
    kind = "gpkg" if task in ("classification", "detection") else "tif"
    return {"OUTPUT": str(DEMO / f"{name}.{kind}"), "POLYGONS": str(DEMO / f"{name}_polygons.gpkg")}


def panels(sample: dict[str, Any], card: Any) -> list[QImage]:
    """The image, or both, then the result over it."""
    import render

    bands = [int(band) for band in str(sample.get("parameters", {}).get("BANDS", "1,2,3")).split(",")]
    images = [render.image_layer(str(SAMPLES / path), bands) for path in sample["inputs"].values()]
    layers, _ = render.result_layers({"sample": sample, "results": results(sample)}, card)
    if not all(layer.isValid() for layer in layers):
        raise SystemExit(f"there is no result of {sample['name']}; run make demo")
    extent, crs = images[0].extent(), images[0].crs()
    backdrop = layers if sample["task"] == "segmentation" else [*layers, images[-1]]
    return [render.draw(shown, extent, crs) for shown in (*([image] for image in images), backdrop)]


def composed(drawn: list[QImage]) -> QImage:
    width, height = drawn[0].width(), drawn[0].height()
    across, down = (0, height + GAP) if height < FLAT * width else (width + GAP, 0)
    last = len(drawn) - 1
    picture = QImage(width + last * across, height + last * down, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    for index, panel in enumerate(drawn):
        painter.drawImage(index * across, index * down, panel)
    painter.end()
    return picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)


def main() -> None:
    sys.path[:0] = [str(ROOT / "demo"), str(DEMO / "plugins")]
    application = QgsApplication([], False)
    application.initQgis()
    from lwganet_qgis import model_library

    TARGET.mkdir(exist_ok=True)
    for sample in json.loads((SAMPLES / "samples.json").read_text(encoding="utf-8"))["samples"]:
        card = model_library.find(sample["model"], sample["task"])
        path = TARGET / f"{card.id}.jpg"
        if not composed(panels(sample, card)).save(str(path), quality=QUALITY):
            raise SystemExit(f"{path} cannot be written")
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # QGIS 3.22 may crash while it takes its layers down
