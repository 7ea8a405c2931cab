"""Small figures stay hidden, and cannot be worked out from the rest and the total."""

from __future__ import annotations

import itertools

from kiosk.services.documents.small_groups import hidden_cells, hidden_pairs, is_small


def _possible(people: dict[str, int], hidden: frozenset[str]) -> dict[str, set[int]]:
    """Return every figure each hidden group could have, for one who knows rest and total.

    Such a reader sees for each hidden group whether it is 1–4 or 5 and more.
    """
    total = sum(people[cell] for cell in hidden)
    cells = sorted(hidden)
    ranges = [range(1, 5) if is_small(people[cell]) else range(5, total + 1) for cell in cells]
    found: dict[str, set[int]] = {cell: set() for cell in cells}
    for figures in itertools.product(*ranges):
        if sum(figures) == total:
            for cell, figure in zip(cells, figures, strict=True):
                found[cell].add(figure)
    return found


def test_no_small_figure_follows_from_the_others() -> None:
    for figures in itertools.product(range(9), repeat=3):
        people = {name: figure for name, figure in zip("ABC", figures, strict=True) if figure}
        small = {cell for cell, figure in people.items() if is_small(figure)}
        hidden = hidden_cells(people)
        if hidden is None:
            assert small
            continue
        assert small <= hidden
        possible = _possible(people, hidden)
        assert all(len(possible[cell]) > 1 for cell in small), people


def test_nothing_is_hidden_without_need() -> None:
    assert hidden_cells({"A": 5, "B": 12}) == frozenset()
    assert hidden_cells({}) == frozenset()


def test_one_hidden_group_takes_the_next_smallest_with_it() -> None:
    assert hidden_cells({"A": 2, "B": 30, "C": 8}) == frozenset("AC")


def test_two_groups_of_one_take_a_third_along() -> None:
    """Two hidden groups adding up to two could only be one and one."""
    assert hidden_cells({"A": 1, "B": 1, "C": 9}) == frozenset("ABC")


def test_a_lone_small_group_cannot_be_shown_at_all() -> None:
    assert hidden_cells({"A": 3}) is None


def _people(*counts: tuple[str, str, int]) -> dict[tuple[str, str], set[str]]:
    return {
        (village, age): {f"{village}-{age}-{number}" for number in range(count)}
        for village, age, count in counts
    }


def test_a_small_pair_is_hidden_with_enough_others_in_its_row_and_column() -> None:
    people = _people(("A", "60", 2), ("A", "75", 7), ("B", "60", 6), ("B", "75", 9))
    hidden = hidden_pairs(people)
    assert ("A", "60") in hidden
    for place in (0, 1):
        for name in {pair[place] for pair in people}:
            line = [pair for pair in people if pair[place] == name]
            pool = sum(len(people[pair]) for pair in line if pair in hidden)
            assert pool == 0 or pool >= 5


def test_pairs_of_five_are_shown() -> None:
    assert hidden_pairs(_people(("A", "60", 5), ("B", "75", 5))) == frozenset()


def test_the_same_person_in_many_rows_is_one_person() -> None:
    same = {("A", "60"): ["anna"] * 9, ("A", "75"): [f"p{number}" for number in range(6)]}
    assert ("A", "60") in hidden_pairs(same)
