# SPDX-License-Identifier: GPL-3.0-or-later
"""What only a person can say of a checkpoint: the data set, its classes, the ground resolution."""

from __future__ import annotations

import pytest

from lwganet_qgis.core.cards.datasets import datasets, fitting
from lwganet_qgis.core.errors import InputError
from lwganet_qgis.models.importing.parts.labels import Told, Wishes, choose
from lwganet_qgis.models.importing.recognise import recognise


def told(task="segmentation", classes=7, names=(), palette=(), **wishes):
    shapes = {"segmentation": "decoder.segmentation_head.2.0.weight", "detection": "roi_head.bbox_head.fc_cls.weight"}
    found = recognise(
        {"backbone.block1.0.attn.spatial_gating_unit.conv0.weight": (32, 1, 5, 5),
         shapes[task]: (classes + (task == "detection"), 64)}, "x",
    )  # fmt: skip
    return choose(Told(found.architecture, found.task, found.classes, names, palette), Wishes(**wishes))


def test_a_data_set_is_told_by_its_number_of_classes():
    assert [told(classes=n).id for n in (7, 8, 150, 171, 19)] == "loveda uavid ade20k coco_stuff cityscapes".split()
    assert [told("detection", n).id for n in (15, 16, 20)] == ["dota_v1.0", "dota_v1.5", "dior_r"]
    assert [entry.id for entry in fitting("change", 2)] == ["levir_cd", "whu_cd", "cdd", "sysu_cd"]
    assert [len(datasets()[name].classes) for name in ("nwpu_resisc45", "aid", "ucm")] == [45, 30, 21]
    assert datasets()["loveda"].classes[1].color == "#ff0000"
    for entry in datasets().values():
        assert len({label.name for label in entry.classes}) == len(entry.classes)
        assert entry.gsd_range[0] <= entry.gsd <= entry.gsd_range[1] and entry.license


def test_names_of_the_file_and_of_the_user_count_first():
    own = {"names": ("x", "y", "z", "a", "b", "c", "d"), "palette": ("#010203",) * 7}
    assert told(**own).classes[1] == datasets()["loveda"].classes[0].__class__("y", "#010203")
    assert told(**own, dataset="loveda").id == "loveda"
    mine = told(classes=3, labels=("p", "q", "r"), gsd=2.0)
    assert (mine.gsd_range, [label.name for label in mine.classes]) == ((1.0, 4.0), ["p", "q", "r"])
    assert len({label.color for label in mine.classes}) == 3


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"dataset": "uavid"}, "uavid has 8 classes for segmentation, the checkpoint 7.*that fit: loveda"),
        ({"dataset": "mars"}, "no data set 'mars'; known: nwpu_resisc45"),
        ({"labels": ("a", "b")}, "2 class names were given; the checkpoint has 7"),
        ({"classes": 11}, "11 classes, as no known data set has"),
        ({"task": "detection", "classes": 1}, "1 class and does not say which.*hrsc2016"),
        ({"gsd": 0.0}, "not above 0"),
    ],
)
def test_what_does_not_fit_is_said(given, said):
    with pytest.raises(InputError, match=said):
        told(**given)
