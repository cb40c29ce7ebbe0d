"""Which entries of a lane stand side by side: overlapping ones share its width, and none lies on another."""

from collections.abc import Sequence

from msgspec import Struct

Span = tuple[int, int]
"""From when to when, in minutes; the end is not part of it."""


class Place(Struct, frozen=True):
    """The part of its lane's width that an entry gets: from `column` on, `width` of `columns`."""

    column: int
    width: int
    columns: int


ALONE = Place(0, 1, 1)


def pack(spans: Sequence[Span]) -> list[Place]:
    """A place for each span, in the order given. Each begins in the first column that is free, and is as wide as the
    columns to its right are free all through it.
    """
    places: list[Place | None] = [None] * len(spans)
    for cluster in _clusters(spans):
        columns = _columns(spans, cluster)
        for column, members in enumerate(columns):
            for index in members:
                width = 1
                while column + width < len(columns) and not _meets(spans, index, columns[column + width]):
                    width += 1
                places[index] = Place(column, width, len(columns))
    return [place for place in places if place is not None]


def _clusters(spans: Sequence[Span]) -> list[list[int]]:
    """Indexes of spans in groups that no overlap joins; within a group by begin, longer ones first."""
    clusters: list[list[int]] = []
    reach = -1
    for index in sorted(range(len(spans)), key=lambda at: (spans[at][0], -spans[at][1])):
        begin, end = spans[index]
        if begin >= reach or not clusters:
            clusters.append([])
            reach = end
        clusters[-1].append(index)
        reach = max(reach, end)
    return clusters


def _columns(spans: Sequence[Span], cluster: Sequence[int]) -> list[list[int]]:
    columns: list[list[int]] = []
    for index in cluster:
        free = next((column for column in columns if spans[column[-1]][1] <= spans[index][0]), None)
        if free is None:
            columns.append([index])
        else:
            free.append(index)
    return columns


def _meets(spans: Sequence[Span], index: int, members: Sequence[int]) -> bool:
    begin, end = spans[index]
    return any(spans[other][0] < end and begin < spans[other][1] for other in members)
