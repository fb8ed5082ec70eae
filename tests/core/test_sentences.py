# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences cross the border with what they are made of."""

from __future__ import annotations

import json

import numpy as np

from lwganet_qgis.core.errors import InputError
from lwganet_qgis.core.jobs.parts.messages import encode
from lwganet_qgis.core.report import Reporter
from lwganet_qgis.core.sentences import say, to_wire


def test_a_sentence_is_text_and_keeps_its_parts():
    inner = say("{} tiles", 3)
    outer = say("memory is short: {} and {:.1f}", inner, np.float32(2.25))
    assert outer == "memory is short: 3 tiles and 2.2"
    wire = json.loads(encode(to_wire(outer)))
    assert wire["template"] == "memory is short: {} and {:.1f}"
    assert wire["values"] == [{"text": "3 tiles", "template": "{} tiles", "values": [3]}, 2.25]
    assert to_wire("plain") == {"text": "plain"}


def test_whole_numbers_stay_whole_whatever_their_type():
    assert to_wire(say("{}", np.int64(3)))["values"] == [3] and str(to_wire(say("{}", np.int64(3)))["values"][0]) == "3"


def test_what_json_does_not_have_is_told_as_text():
    for value in (float("nan"), float("inf"), None, ("a", 1)):
        wire = to_wire(say("{}", value))
        assert wire["values"] == [str(value)] and encode(wire)


def test_logs_warnings_and_progress_carry_them():
    events = []
    report = Reporter(events.append)
    report.log(say("a {}", 1))
    report.warn(say("b {}", 2))
    report.progress(5, 10, say("row"))
    assert [event["template"] for event in events] == ["a {}", "b {}", "{} {} of {}"]
    assert events[2]["values"][0]["template"] == "row" and report.warnings == ["b 2"]


def test_an_error_keeps_its_sentence():
    assert InputError(say("no {}", "raster")).text.template == "no {}"
    assert InputError("plain").text == "plain" and InputError().text == ""
