# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/models.md is what `make figures` would write; only the slow figures are taken from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lwganet_qgis.models import list_models
from tools import models_table as made

TEXT = made.TARGET.read_text("utf-8")


def test_the_document_is_up_to_date():
    figures = made.parse(TEXT)
    assert list(figures) == list_models()
    counted = {
        name: replace(own, parameters=made.count_parameters(made.outline(name))) for name, own in figures.items()
    }
    assert made.render(counted) == TEXT, "run `make figures`"


@pytest.mark.parametrize("name", ["lwganet_l0", "lsknet_t", "lrformer_t_plus", "oriented_rcnn_lsknet_t"])
def test_multiply_adds_are_those_of_the_network(name):
    assert made.count_macs(name) == made.parse(TEXT)[name].macs


def test_published_figures_are_of_networks_that_there_are():
    named = set(made.PUBLISHED["size"]).union(*(entry["models"] for entry in made.PUBLISHED["accuracy"]))
    assert named <= set(list_models())
    for entry in made.PUBLISHED["accuracy"]:
        assert all(len(values) == len(entry["data"]) for values in entry["models"].values())


def test_our_sizes_are_those_of_the_papers():
    """But for the two networks whose published code differs from the paper, and what the document explains."""
    explained = {"lrformer_b", "lrformer_l"}
    figures = made.parse(TEXT)
    for name, said in made.PUBLISHED["size"].items():
        if "parameters" in said and name not in explained:
            assert figures[name].parameters / 1e6 == pytest.approx(said["parameters"], rel=0.025), name
