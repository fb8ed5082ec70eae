# SPDX-License-Identifier: GPL-3.0-or-later
"""A number that cannot be read is refused with its parameter's name, whatever the tool; it never becomes 0."""

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException
from qgis.PyQt.QtCore import QLocale

pytestmark = pytest.mark.usefixtures("provider")

WRONG = ["0,5", "abc", "1e999", "nan", "inf", "-inf", "0x10", "1 2", True, "1_0", "½"]


def refused():
    from lwganet_qgis.core.errors import InputError

    return InputError


def every_number():
    for tool in QgsApplication.processingRegistry().providerById("lwganet").algorithms():
        for definition in tool.parameterDefinitions():
            if definition.type() == "number":
                yield tool, definition


@pytest.fixture
def german():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.C))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_number_is_refused_by_name(wrong):
    from lwganet_qgis.algorithms.parameters import numbers

    found = list(every_number())
    assert len(found) > 25
    for tool, definition in found:
        assert type(definition) is numbers.NumberParameter, (tool.id(), definition.name())
        with pytest.raises(refused(), match=f"{definition.name()} is .*; give a (whole )?number from"):
            numbers.read(tool, {definition.name(): wrong}, definition.name(), QgsProcessingContext())


def test_numbers_outside_their_range_are_refused():
    from lwganet_qgis.algorithms.parameters import numbers

    for tool, definition in every_number():
        for wrong in (definition.minimum() - 1, definition.maximum() * 2 + 1):
            with pytest.raises(refused(), match=definition.name()):
                numbers.read(tool, {definition.name(): wrong}, definition.name(), QgsProcessingContext())


@pytest.mark.parametrize("empty", ["", "  ", None, "NULL"])
def test_what_is_empty_is_the_default_or_the_models_own(empty):
    from lwganet_qgis.algorithms.parameters import numbers

    for tool, definition in every_number():
        found = numbers.read(tool, {definition.name(): empty}, definition.name(), QgsProcessingContext())
        assert found == definition.defaultValue(), (tool.id(), definition.name())
        assert found == numbers.read(tool, {}, definition.name(), QgsProcessingContext())


def test_decimal_commas_where_the_locale_writes_them(german):
    from lwganet_qgis.algorithms.parameters import checks, numbers

    tool = QgsApplication.processingRegistry().algorithmById("lwganet:detectchange")
    context = QgsProcessingContext()
    assert numbers.read(tool, {"THRESHOLD": "0,25"}, "THRESHOLD", context) == 0.25
    assert numbers.read(tool, {"THRESHOLD": "0.25"}, "THRESHOLD", context) == 0.25
    assert checks.parse_shift("3,5 -2,25") == checks.parse_shift("3,5; -2,25") == (3.5, -2.25)
    assert checks.parse_shift("3.5,-2") == checks.parse_shift("3.5, -2") == (3.5, -2.0)
    assert checks.parse_scales("0,5;1") == (0.5, 1.0)


@pytest.mark.parametrize("wrong", ["nan,1", "inf,1", "1", "1,2,3", "a,b"])
def test_a_shift_is_two_numbers(wrong):
    from lwganet_qgis.algorithms.parameters import checks

    with pytest.raises(refused(), match="SHIFT is"):
        checks.parse_shift(wrong)


@pytest.mark.parametrize("wrong", ["0,5", "abc", "nan"])
def test_a_run_with_such_a_number_does_not_begin(image, swapped, tmp_path, wrong):
    import processing

    given = {"BEFORE": image, "AFTER": swapped, "MODEL": "tiny-change", "OUTPUT": str(tmp_path / "o.tif")}
    with pytest.raises(QgsProcessingException, match="THRESHOLD is .*; give a number from 0 to 1"):
        processing.run("lwganet:detectchange", {**given, "THRESHOLD": wrong})
    assert not (tmp_path / "o.tif").exists()


def test_qgis_process_says_it_with_an_exit_code(qgis_process, image, swapped, tmp_path):
    given = {"BEFORE": image, "AFTER": swapped, "MODEL": "tiny-change", "OUTPUT": tmp_path / "o.tif"}
    done = qgis_process.run("detectchange", **given, THRESHOLD="0,5")
    assert done.returncode == 1 and "THRESHOLD is 0,5; give a number from 0 to 1" in done.stdout + done.stderr
    done = qgis_process.run("detectchange", **given, THRESHOLD="")
    assert done.returncode == 0, done.stderr
