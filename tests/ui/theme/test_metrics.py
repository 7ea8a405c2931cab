"""Millimetres and pixels of a panel."""

from __future__ import annotations

import pytest

from ui.theme.metrics import PanelMetrics


def test_a_length_is_never_shorter_than_asked_for() -> None:
    panel = PanelMetrics(344.0, 1366, 768)
    for tenth in range(1, 400):
        assert panel.to_mm(panel.mm(tenth / 10)) >= tenth / 10 - 1e-9


def test_a_whole_number_of_pixels_is_not_rounded_up_further() -> None:
    assert PanelMetrics(500.0, 1000, 500).mm(20.0) == 40


def test_height_and_orientation_follow_from_the_pixels() -> None:
    wide, tall = PanelMetrics(476.0, 1920, 1080), PanelMetrics(268.0, 1080, 1920)
    assert wide.height_mm == pytest.approx(267.75)
    assert not wide.is_portrait
    assert tall.is_portrait


def test_scaling_of_the_operating_system_cancels_out() -> None:
    plain, scaled = PanelMetrics(476.0, 1920, 1080), PanelMetrics(476.0, 960, 540)
    assert scaled.to_mm(scaled.mm(20)) == pytest.approx(plain.to_mm(plain.mm(20)), abs=0.5)


@pytest.mark.parametrize("size", [(0.0, 10, 10), (10.0, 0, 10), (10.0, 10, -1)])
def test_a_panel_without_size_is_refused(size: tuple[float, int, int]) -> None:
    with pytest.raises(ValueError, match="positive"):
        PanelMetrics(*size)
