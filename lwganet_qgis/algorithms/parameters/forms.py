# SPDX-License-Identifier: GPL-3.0-or-later
"""What a graph of another tool gives, in words."""

from __future__ import annotations

from ...texts import tr


def form_text(form: str) -> str:
    return {
        "map_logits": tr("Map: a value for each class, the largest counts"),
        "map_probabilities": tr("Map: probabilities of the classes"),
        "map_independent": tr("Map: a score for each class by itself"),
        "map_probability": tr("Map: probability of one class"),
        "map_logit": tr("Map: value of one class, above 0 where it is"),
        "map_classes": tr("Map: numbers of the classes"),
        "scene_logits": tr("Scenes: a value for each class, the largest counts"),
        "scene_probabilities": tr("Scenes: probabilities of the classes"),
        "boxes_v5": tr("Boxes: as YOLO v5 and v7 write them"),
        "boxes_v5_masks": tr("Boxes: as YOLO v5 writes them, masks left out"),
        "boxes_v6": tr("Boxes: as YOLO v6 writes them"),
        "boxes_v8": tr("Boxes: as YOLO v8 and later write them"),
        "boxes_v8_masks": tr("Boxes: as YOLO v8 and later write them, masks left out"),
        "boxes_turned": tr("Boxes: turned ones of YOLO (obb)"),
        "boxes_shares": tr("Boxes: as RT-DETR writes them"),
        "boxes_listed": tr("Boxes: listed by the file (sides, score, class)"),
        "boxes_listed_turned": tr("Boxes: turned, listed by the file (obb)"),
    }[form]  # fmt: skip
