"""The database that the migrations make holds all that the data design asks for."""

from datetime import timedelta
from itertools import product

import pytest
import sqlalchemy as sa

from fitwell_desktop import vocabulary
from fitwell_desktop.core.database import Database
from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.recorder import kinds
from fitwell_desktop.core.store import Store
from fitwell_desktop.core.workflow import step
from fitwell_desktop.models.accounts import User
from tests import builders
from tests.builders import MORNING
from tests.models import seed

# SQLite can't read an index over an expression back; the test of the e-mail address sees that it is there.
pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")


@pytest.fixture
def inspector(database: Database) -> sa.Inspector:
    return sa.inspect(database.engine)


def test_all_44_entities_are_tables() -> None:
    assert len(seed.FIELDS) == 44


@pytest.mark.parametrize("entity", seed.FIELDS)
def test_the_entity_has_every_field_that_the_design_names(inspector: sa.Inspector, entity: str) -> None:
    columns = {column["name"] for column in inspector.get_columns(entity)}
    assert set(seed.FIELDS[entity].split()) - columns == set()


def test_every_table_has_a_uuid_key_and_says_who_wrote_it_when(inspector: sa.Inspector) -> None:
    wanted = {"id", "created_at", "updated_at", "created_by", "updated_by"}
    for name in kinds():
        assert wanted - {column["name"] for column in inspector.get_columns(name)} == set(), name
        assert inspector.get_pk_constraint(name)["constrained_columns"] == ["id"]


def test_exactly_the_tables_that_history_refers_to_are_soft_deleted(inspector: sa.Inspector) -> None:
    marked = {
        name for name in kinds() if {"deleted_at", "is_deleted"} <= {c["name"] for c in inspector.get_columns(name)}
    }
    assert marked == seed.SOFT_DELETED


@pytest.mark.parametrize("index", seed.INDEXES, ids=" ".join)
def test_the_index_exists(inspector: sa.Inspector, index: tuple[str, ...]) -> None:
    table, *columns = index
    found = [known["column_names"] for known in inspector.get_indexes(table)]
    assert columns in found


def test_each_foreign_key_can_be_followed_backwards_without_a_scan(inspector: sa.Inspector) -> None:
    for table in kinds():
        leading = {tuple(known["column_names"])[:1] for known in inspector.get_indexes(table)}
        leading |= {tuple(known["column_names"])[:1] for known in inspector.get_unique_constraints(table)}
        for key in inspector.get_foreign_keys(table):
            assert tuple(key["constrained_columns"]) in leading, f"{table}.{key['constrained_columns']}"


@pytest.mark.parametrize(("table", "column"), seed.ONE_TO_ONE)
def test_one_to_one_means_unique(inspector: sa.Inspector, table: str, column: str) -> None:
    assert [column] in [known["column_names"] for known in inspector.get_unique_constraints(table)]


@pytest.mark.parametrize(("table", "column", "rule"), seed.DELETE_RULES)
def test_deleting_follows_the_designs_rule(inspector: sa.Inspector, table: str, column: str, rule: str) -> None:
    found = [key for key in inspector.get_foreign_keys(table) if key["constrained_columns"] == [column]]
    assert [key["options"]["ondelete"] for key in found] == [rule]


@pytest.mark.parametrize(("table", "values"), seed.REFUSED)
def test_the_check_constraint_refuses(store: Store, table: str, values: dict[str, int]) -> None:
    with pytest.raises(sa.exc.IntegrityError, match="CHECK constraint failed"):
        builders.make(store, kinds()[table], **values)


@pytest.mark.parametrize("minutes", [0, -1])
def test_an_appointment_ends_after_it_starts(store: Store, minutes: int) -> None:
    with pytest.raises(sa.exc.IntegrityError, match="ck_appointment_order"):
        builders.appointment(store, scheduled_start=MORNING, scheduled_end=MORNING + timedelta(minutes=minutes))


def test_an_email_address_belongs_to_one_living_user_whatever_its_case(store: Store) -> None:
    builders.client(store, email="gone@example.com", deleted_at=MORNING)
    builders.client(store, email="Gone@example.com")
    builders.client(store, email=None)
    builders.client(store, email=None)
    with pytest.raises(sa.exc.IntegrityError, match="uq_user_email"):
        builders.make(store, User, email="gone@Example.com")


def test_an_invoice_number_is_given_once(store: Store) -> None:
    sent = {"status": vocabulary.InvoiceStatus.SENT, "invoice_number": "2026-0001", "number": 1}
    builders.invoice(store, **sent)
    with pytest.raises(sa.exc.IntegrityError, match="invoice_number"):
        builders.invoice(store, **sent)


@pytest.mark.parametrize("name", seed.WORDS)
def test_the_designs_words_are_known(name: str) -> None:
    assert set(seed.WORDS[name].split()) <= {word.value for word in getattr(vocabulary, name)}


@pytest.mark.parametrize("name", seed.ARROWS)
def test_a_status_moves_along_the_designs_arrows_and_back_only_to_correct(name: str) -> None:
    word = getattr(vocabulary, name)
    arrows = {tuple(arrow.split(">")) for arrow in seed.ARROWS[name].split()}
    of_design = sorted({value for arrow in arrows for value in arrow})
    arrows |= {tuple(arrow.split(">")) for arrow in seed.CORRECTIONS.get(name, "").split()}
    for old, new in product(of_design, of_design):
        if (old, new) in arrows:
            assert step(word(old), word(new)) is word(new)
        else:
            with pytest.raises(UserError):
                step(word(old), word(new))
