"""Generated sets, loads and lines for the tests of the notation: all that can be typed."""

from decimal import Decimal

from hypothesis import strategies as st

from fitwell_desktop.domain.programs.amounts import WEIGHTS
from fitwell_desktop.domain.programs.prescription import Load, Prescription, Scheme, Work, alike, prescribe
from fitwell_desktop.models.workouts import Tempo
from fitwell_desktop.vocabulary import SetKind, UnitSystem

METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL
unit_systems = st.sampled_from(UnitSystem)

_reps = st.integers(1, 1000)
_kinds = st.sampled_from(SetKind)
_ranges = st.tuples(_reps, _reps).filter(lambda ends: ends[0] < ends[1])
_metres = st.one_of(
    st.decimals("0.1", 200_000, places=1),
    st.integers(1, 120).map(lambda miles: miles * Decimal("1609.344")),
    st.decimals("0.5", 9_000, places=2).map(lambda yards: yards * Decimal("0.9144")),
)
works = st.one_of(
    st.builds(Work, kind=_kinds, reps=_reps),
    st.builds(lambda kind, ends: Work(kind, ends[0], ends[1]), _kinds, _ranges),
    st.builds(Work, kind=_kinds, reps=st.none() | _reps, is_amrap=st.just(value=True)),
    st.builds(Work, kind=_kinds, duration_seconds=st.integers(1, 36_000)),
    st.builds(Work, kind=_kinds, distance_m=_metres.map(float)),
)


def _scheme(works: list[Work], sets: int | None, is_each_side: bool) -> Scheme:
    different = alike(tuple(works))
    return Scheme(sets if len(different) == 1 else len(different), different, is_each_side)


schemes = st.just(Scheme()) | st.builds(
    _scheme, st.lists(works, min_size=1, max_size=6), st.none() | st.integers(1, 100), st.booleans()
)

_kilograms = st.decimals(0, 1000, places=2).map(float)
_pounds = st.decimals(0, 2200, places=2).map(lambda pounds: float(pounds * WEIGHTS["lb"]))
weights = _kilograms | _pounds
_changes = st.builds(lambda weight, sign: weight * sign + 0.0, weights, st.sampled_from((1, -1)))
_percents = st.decimals(1, 200, places=1).map(float)
_bases = st.one_of(
    st.builds(Load, load_kg=weights),
    st.builds(Load, load_percent=_percents),
    st.tuples(_percents, _percents)
    .filter(lambda p: p[0] < p[1])
    .map(lambda p: Load(load_percent=p[0], load_percent_max=p[1])),
    st.builds(Load, added_kg=_changes),
    st.builds(Load, above_last_kg=_changes),
    st.builds(Load, above_last_percent=st.decimals(-100, 100, places=1).filter(bool).map(float)),
)


def _with_effort(load: Load, name: str, value: float) -> Load:
    return Load(**{field: getattr(load, field) for field in Load.__struct_fields__} | {name: value})


_with_rpe = st.builds(_with_effort, _bases | st.just(Load()), st.just("rpe"), st.sampled_from((1.0, 6.5, 8.0, 10.0)))
_with_rir = st.builds(_with_effort, _bases | st.just(Load()), st.just("rir"), st.sampled_from((0.0, 1.5, 2.0, 10.0)))
one_load = _bases | _with_rpe | _with_rir
load_lists = st.lists(one_load, max_size=6).map(tuple)

_part = st.integers(0, 60)
tempos = st.one_of(
    st.builds(Tempo, _part, _part, _part, _part),
    st.builds(Tempo, _part, _part, st.just(0), _part, explosive=st.just(value=True)),
)
rests = st.integers(0, 3600)


@st.composite
def _lines(draw: st.DrawFn) -> Prescription:
    scheme = draw(schemes)
    count = draw(st.sampled_from((0, 1, min(scheme.sets or 0, 8))))
    loads = draw(st.lists(one_load, min_size=count, max_size=count).map(tuple))
    if scheme.sets is not None and 1 < count < scheme.sets:
        loads += loads[-1:] * (scheme.sets - count)
    return prescribe(scheme, loads, draw(st.none() | tempos), draw(st.none() | rests))


lines = _lines()
