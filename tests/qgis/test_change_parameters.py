# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison as a value: for the project, for the tools, for a shell."""

import shlex

import pytest

pytestmark = pytest.mark.usefixtures("provider")


def comparison(**fields):
    from lwganet_qgis.gui.change.comparison.parameters import Comparison, Image, Tuning

    given = {
        "before": Image("id1", "in May", "/data/it's May.tif", "2014-05"), "after": Image("id2", "b", "/data/b.tif"),
        "model": "water", "bands": "4,3,2", "extent": "0.0,1.0,2.0,3.0 [EPSG:32632]",
        "mask": "/data/x.gpkg|layername=a",
        "shift": (-2.95, 0.05), "match": True, "tuning": Tuning(0.7, 1, 2, 30.0, 4.0),
    }  # fmt: skip
    return Comparison(**{**given, **fields})


def test_it_comes_back_from_text():
    from lwganet_qgis.gui.change.comparison.parameters import Comparison

    for given in (comparison(), Comparison()):
        assert Comparison.from_json(given.to_json()) == given


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"before": 1}', '{"shift": ["a", 1]}', "null"])
def test_other_text_is_refused(text):
    from lwganet_qgis.gui.change.comparison.parameters import Comparison

    with pytest.raises(ValueError):
        Comparison.from_json(text)


def test_a_shell_gets_every_value_whole():
    words = shlex.split(comparison().command(OUTPUT="/out/a b.tif"))
    assert words[:4] == ["qgis_process", "run", "lwganet:detectchange", "--"]
    assert dict(word.split("=", 1) for word in words[4:]) == {
        "BEFORE": "/data/it's May.tif", "AFTER": "/data/b.tif", "MODEL": "water", "BANDS": "4,3,2",
        "EXTENT": "0.0,1.0,2.0,3.0 [EPSG:32632]", "MASK": "/data/x.gpkg|layername=a", "SHIFT": "-2.95,0.05",
        "MATCH": "true", "DEVICE": "auto", "THRESHOLD": "0.7", "CLOSING": "1", "OPENING": "2", "MIN_AREA": "30.0",
        "SIMPLIFY": "4.0", "OUTPUT": "/out/a b.tif",
    }  # fmt: skip


def test_what_is_not_chosen_is_left_out():
    plain = comparison(bands="", extent="", mask="", shift=(0.0, 0.0), match=False).as_parameters()
    assert not {"BANDS", "EXTENT", "MASK", "SHIFT", "MATCH"} & set(plain)


def test_a_date_is_named_once():
    from lwganet_qgis.gui.change.comparison.parameters import Image

    titles = [Image(name="NAIP 2009", date="2009").title, Image(name="a", date="2014").title, Image(name="b").title]
    assert titles == ["NAIP 2009", "a, 2014", "b"]
