# SPDX-License-Identifier: GPL-3.0-or-later
"""Two dates are two images, and the earlier one comes first."""

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsProject, QgsRasterLayer

from . import rasters

pytestmark = pytest.mark.usefixtures("provider")
ONE = "is both the earlier and the later image"


class Log(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.warnings = []

    def pushWarning(self, text):
        self.warnings.append(text)


def run(name, feedback=None, **parameters):
    import processing

    return processing.run(f"lwganet:{name}", {"MODEL": "tiny-change", **parameters}, feedback=feedback)


@pytest.fixture
def layers(image, qgis_new_project):
    """Two layers of one file."""
    made = [QgsRasterLayer(image, name) for name in ("one", "two")]
    QgsProject.instance().addMapLayers(made)
    return made


def test_a_layer_is_not_compared_with_itself(layers, image, tmp_path):
    out = tmp_path / "c.tif"
    for before, after in ((layers[0], layers[0]), tuple(layers), (image, image)):
        with pytest.raises(QgsProcessingException, match=ONE):
            run("detectchange", BEFORE=before, AFTER=after, OUTPUT=str(out))
    assert not out.exists()


def test_nor_in_a_series(image, swapped, tmp_path):
    with pytest.raises(QgsProcessingException, match=ONE):
        run("changeseries", LAYERS=[swapped, image, image], FIRST=str(tmp_path / "f.tif"))
    assert not (tmp_path / "f.tif").exists()


@pytest.mark.parametrize(("names", "warned"), [(("of_2014.tif", "of_2009.tif"), True),
                                               (("of_2009.tif", "of_2014.tif"), False)])  # fmt: skip
def test_dates_that_look_swapped_are_told(names, warned, tmp_path):
    before, after = (
        rasters.write(tmp_path / name, rasters.halves(swap=swap)) for name, swap in zip(names, (False, True))
    )
    log, page = Log(), tmp_path / "summary.html"
    run("detectchange", log, BEFORE=before, AFTER=after, OUTPUT=str(tmp_path / "c.tif"), OUTPUT_HTML=str(page))
    said = [text for text in log.warnings if "look swapped" in text]
    assert bool(said) is warned and ("look swapped" in page.read_text()) is warned
    if warned:
        assert "of_2014, says 2014" in said[0] and "of_2009, says 2009" in said[0]
