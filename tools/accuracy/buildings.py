# SPDX-License-Identifier: GPL-3.0-or-later
"""Buildings: the test rows of Banepa, boxes matched by shapely; a forest's connected parts beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray

from .tool import Tool, calibration_error

TRAIN, VALIDATION, TEST = (0, 2560), (2560, 3072), (3072, 4096)
"""Rows of the scene."""
SHRINK = 2
WHOLE = 0.6
"""Labels with less of their area inside the rows count neither as found nor as missed."""
FAINTEST = 0.05
CUTS = (0.5, 0.6, 0.7, 0.8, 0.9)
SMALLEST_PART = 100
Boxes = list[tuple[float, Any]]
"""Score and polygon, in pixels of the shrunken rows."""


def measure(model: Path, data: Path) -> dict[str, Any]:
    folder = data / "banepa_buildings"
    with rasterio.open(folder / "scene.tif") as file:
        scene = file.read((1, 2, 3))
    quads = outlines_of(folder / "scene_dota.txt")
    tool = Tool(model)
    figures: dict[str, Any] = {}
    for name, rows in (("test", TEST), ("validation", VALIDATION)):
        image = shrunken(scene, rows)
        truth, hard = inside_rows(quads, rows, image.shape[2])
        found = [
            (float(properties["score"]), in_pixels(box, tool.gsd))
            for box, properties in tool.boxes(tool.raster(name, image), FAINTEST)
        ]
        figures[name] = figures_of(found, truth, hard, float(tool.card["threshold"]))
    figures["baselines"] = {"random forest parts": _forest(folder, scene, quads)}
    return figures


def shrunken(scene: NDArray[np.uint8], rows: tuple[int, int]) -> NDArray[np.uint8]:
    part = scene[:, rows[0] : rows[1]].astype(np.float32)
    count, height, width = part.shape
    small = part[:, : height // 2 * 2, : width // 2 * 2].reshape(count, height // 2, 2, width // 2, 2).mean((2, 4))
    return small.round().astype(np.uint8)


def outlines_of(path: Path) -> list[Any]:
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    quads = [np.array(words[:8], float).reshape(4, 2) for words in lines if len(words) >= 9]
    return [shapely.Polygon(quad).minimum_rotated_rectangle for quad in quads]


def inside_rows(quads: list[Any], rows: tuple[int, int], width: int) -> tuple[list[Any], list[bool]]:
    """Labels that reach into the rows, in shrunken pixels, and whether each is hard."""
    window = shapely.box(0, 0, width, (rows[1] - rows[0]) / SHRINK)
    found, hard = [], []
    for quad in quads:
        moved = shapely.affinity.affine_transform(quad, (1 / SHRINK, 0, 0, 1 / SHRINK, 0, -rows[0] / SHRINK))
        share = moved.intersection(window).area / moved.area
        if share > 0:
            found.append(moved)
            hard.append(share < WHOLE)
    return found, hard


def in_pixels(shape: Any, gsd: float) -> Any:
    return shapely.affinity.affine_transform(shape, (1 / gsd, 0, 0, -1 / gsd, -500_000 / gsd, 5_000_000 / gsd))


def _outcomes(found: Boxes, truth: list[Any], hard: list[bool], iou: float) -> tuple[list[float], list[bool]]:
    """Scores, best first, and whether each box is right; boxes on hard labels are left out."""
    tree, taken = shapely.STRtree(truth), set()
    scores, right = [], []
    for score, box in sorted(found, key=lambda pair: -pair[0]):
        shares = [(box.intersection(truth[i]).area / box.union(truth[i]).area, i) for i in tree.query(box)]
        best, label = max(shares, default=(0.0, -1))
        if best >= iou and hard[label]:
            continue
        hit = best >= iou and label not in taken
        if hit:
            taken.add(label)
        scores.append(score)
        right.append(hit)
    return scores, right


def _average_precision(right: list[bool], total: int) -> float:
    """Area under the curve, precision made falling, as VOC 2012."""
    hits = np.cumsum(right)
    precision = np.maximum.accumulate((hits / np.arange(1, len(right) + 1))[::-1])[::-1] if right else np.zeros(0)
    recall = hits / total
    return float((np.diff(np.concatenate([[0], recall])) * precision).sum())


def figures_of(found: Boxes, truth: list[Any], hard: list[bool], threshold: float) -> dict[str, Any]:
    total = len(truth) - sum(hard)
    figures: dict[str, Any] = {"reference_boxes": total}
    for iou in (0.25, 0.5, 0.75):
        scores, right = _outcomes(found, truth, hard, iou)
        figures[f"ap{iou * 100:.0f}"] = _average_precision(right, total)
        if iou == 0.5:
            sure = [hit for score, hit in zip(scores, right) if score >= threshold]
            hits = sum(sure)
            figures |= {
                "threshold": threshold, "precision": hits / max(len(sure), 1), "recall": hits / total,
                "f1": 2 * hits / (len(sure) + total), "ece": calibration_error(scores, right),
            }  # fmt: skip
    return figures


def _forest(folder: Path, scene: NDArray[np.uint8], quads: list[Any]) -> dict[str, Any]:
    """Smallest rectangles around connected parts of a forest's pixels; where to cut is chosen on validation rows."""
    from rasterio import features
    from sklearn.ensemble import RandomForestClassifier

    from .land_cover import described

    with rasterio.open(folder / "mask.tif") as file:
        mask = file.read(1)[SHRINK // 2 :: SHRINK, SHRINK // 2 :: SHRINK]
    flat = mask[: TRAIN[1] // SHRINK].ravel()
    picked = np.random.default_rng(1).choice(np.flatnonzero(flat != 255), 40_000)
    forest = RandomForestClassifier(150, min_samples_leaf=5, n_jobs=2, random_state=1)
    forest.fit(described(shrunken(scene, TRAIN))[picked], flat[picked] == 1)

    def judged(rows: tuple[int, int], cut: float) -> dict[str, Any]:
        image = shrunken(scene, rows)
        share = forest.predict_proba(described(image))[:, 1].reshape(image.shape[1:])
        sure = share > cut
        shapes = (shapely.geometry.shape(s) for s, _ in features.shapes(sure.astype(np.uint8), sure))
        boxes = [
            (_mean_in(share, shape), shape.minimum_rotated_rectangle) for shape in shapes if shape.area >= SMALLEST_PART
        ]
        return figures_of(boxes, *inside_rows(quads, rows, image.shape[2]), 0.5)

    best = max(CUTS, key=lambda cut: float(judged(VALIDATION, cut)["ap50"]))
    return {"probability_cut": best, **judged(TEST, best)}


def _mean_in(share: NDArray[np.floating], shape: Any) -> float:
    left, top, right, bottom = (int(v) for v in shape.bounds)
    return float(share[top : bottom + 1, left : right + 1].mean())
