"""Every list that a real pretix or Indico exported gives exactly what its server's database holds."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from checkin.domain.errors import UserError
from checkin.domain.listing import ListReading, ReadOptions
from checkin.lists.reading import read_lists

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CHECKIN_SHARED") or ROOT.parent / "shared")
LISTS = SHARED / "lists"
NO_PEOPLE = ("pretix_orders.csv", "pretix_codes_only.csv")


def specs() -> list[dict[str, Any]]:
    if not (LISTS / "EXPECTED.json").exists():
        return []
    found: list[dict[str, Any]] = json.loads((LISTS / "EXPECTED.json").read_text("utf-8"))
    return [s for s in found if not s["file"].endswith(".json") and s.get("sheet") not in ("Orders", "Order fees")]


SPECS = specs()


def test_the_real_lists_are_here() -> None:
    if not SPECS and os.environ.get("CI") != "true":
        pytest.skip(f"no real lists at {LISTS}")
    assert len(SPECS) >= 20


def options_of(spec: dict[str, Any]) -> ReadOptions:
    """The words that the acceptance check real_lists.py gives."""
    extras: list[str] = []
    if spec.get("rows_of_extras") and "Add-on to position ID" not in spec["header"]:
        extras = ["Conference dinner", "T-shirt"]
    if spec["file"] in ("pretix_checkin_dinner.csv", "two_lists_pretix.zip"):
        extras = ["Conference dinner"]
    if spec["file"].endswith("_de.csv"):
        extras.append("Abendessen")
    return ReadOptions(extras=tuple(extras))


def read(name: str, **options: Any) -> list[ListReading]:
    return read_lists([LISTS / name], ReadOptions(**options))


def found(readings: list[ListReading]) -> dict[str, Any]:
    people = [p for r in readings for p in r.people if not p.guest_of]
    extras = [e for r in readings for e in r.entitlements]
    first = readings[0]
    return {
        "rows": len(people) + len(extras) + sum(len(r.merged) + len(r.rejected) for r in readings),
        "people": len(people),
        "accompanying_people": sum(bool(p.guest_of) for r in readings for p in r.people),
        "rows_of_extras": len(extras),
        "by_status": dict(Counter(p.status.value for p in people)),
        "with_email": sum(bool(p.email) for p in people),
        "with_phone": sum(bool(p.phone) for p in people),
        "with_code": sum(bool(p.ticket_code) for p in people) + sum(bool(e.code) for e in extras),
        "codes_that_are_tickets": sum(bool(p.ticket_code) for p in people),
        "blocked": sum(p.blocked for p in people),
        "valid_from_or_until": sum(bool(p.valid_from or p.valid_until) for p in people),
        "people_with_sessions": sum(bool(p.sessions) for p in people),
        "session_places": sum(len(p.sessions) for p in people),
        "header_row": first.header_row,
        "encoding": first.encoding,
        "delimiter": first.delimiter,
        "sheet": first.sheet,
        "only_by_extras": sum(not e.holder for e in extras),
    }


# the dinner's list has a test of its own: it is refused when its product is named as an extra
@pytest.mark.parametrize(
    "spec",
    [s for s in SPECS if s["people"] and s["file"] != "pretix_checkin_dinner.csv"],
    ids=lambda s: s["file"],
)
def test_what_is_found_is_what_the_server_holds(spec: dict[str, Any]) -> None:
    readings = read_lists([LISTS / spec["file"]], options_of(spec))
    got = found(readings)
    if spec["by_status"].keys() == {"unknown"}:
        assert got.pop("by_status") == {"confirmed": spec["people"]}
        assert not readings[0].has_status
    assert {key: got[key] for key in got if key in spec} == {key: spec[key] for key in got if key in spec}
    assert not any(r.rejected or r.merged for r in readings)


@pytest.mark.parametrize("spec", [s for s in SPECS if s["people"]], ids=lambda s: s["file"])
def test_every_row_is_accounted_for_and_keys_are_unique(spec: dict[str, Any]) -> None:
    for reading in read(spec["file"]):
        parts = len(reading.people) + len(reading.entitlements) + len(reading.merged) + len(reading.rejected)
        assert reading.rows == parts
        keys = [p.key for p in reading.people]
        assert len(set(keys)) == len(keys)
        aliases = Counter(alias for p in reading.people for alias in {p.key, *p.aliases})
        assert not [a for a, n in aliases.items() if n > 1]


@pytest.mark.parametrize("spec", [s for s in SPECS if s.get("sample")], ids=lambda s: s["file"])
def test_the_sampled_people_are_read_as_the_database_has_them(spec: dict[str, Any]) -> None:
    readings = read(spec["file"])
    people = {p.email: p for r in readings for p in r.people if p.email} | {
        p.name: p for r in readings for p in r.people
    }
    for want in spec["sample"]:
        person = people[want["name"]]
        if want.get("email"):
            person = people.get(want["email"], person)
            if want["email"] == person.email:
                assert person.name == want["name"]
        if want.get("family") and person.family:
            assert (person.given, person.family) == (want["given"], want["family"])


@pytest.mark.parametrize("name", NO_PEOPLE)
def test_orders_and_bare_codes_are_refused(name: str) -> None:
    if not SPECS:
        pytest.skip(f"no real lists at {LISTS}")
    with pytest.raises(UserError) as refused:
        read(name)
    assert name in refused.value.sentence
    assert refused.value.advice


@pytest.fixture
def shared() -> Path:
    if not SPECS:
        pytest.skip(f"no real lists at {LISTS}")
    return LISTS


def test_a_list_of_one_extra_is_people_unless_the_extra_is_named(shared: Path) -> None:
    assert found(read("pretix_checkin_dinner.csv"))["people"] == 98
    with pytest.raises(UserError, match="extras only"):
        read("pretix_checkin_dinner.csv", extras=("conference DINNER",))


def test_extras_find_their_holders_in_the_other_file(shared: Path) -> None:
    main, dinner = read("two_lists_pretix.zip", extras=("Conference dinner",))
    assert (len(main.people), len(dinner.people), len(dinner.entitlements)) == (354, 0, 98)
    holders = {p.key: p for p in main.people}
    held = [e for e in dinner.entitlements if e.holder]
    assert len(held) == 96
    assert all(holders[e.holder].order == e.order and holders[e.holder].name == e.name for e in held)
    # 98 tickets would make 98 people; without the extra named they are
    assert sum(len(r.people) for r in read("two_lists_pretix.zip")) == 452


def test_add_ons_of_positions_belong_to_the_position_of_their_order(shared: Path) -> None:
    (reading,) = read("pretix_positions.csv")
    holders = {p.key: p for p in reading.people}
    assert all(e.holder in holders and holders[e.holder].order == e.order for e in reading.entitlements)
    assert {e.product.split(" – ")[0] for e in reading.entitlements} == {"Conference dinner", "T-shirt"}
    assert all(e.name for e in reading.entitlements)


def test_check_in_lists_give_utc_and_positions_the_events_own_time(shared: Path) -> None:
    for name in ("pretix_checkin_main.csv", "pretix_checkin_main.xlsx", "pretix_checkin_all_de.csv"):
        (reading,) = read(name)
        starts = {p.valid_from for p in reading.people if p.valid_from}
        assert starts == {datetime(2026, 6, 17, 7, tzinfo=UTC)}
    for name in ("pretix_positions.csv", "pretix_positions_de.csv"):
        (reading,) = read(name)
        assert {p.valid_from for p in reading.people if p.valid_from} == {datetime(2026, 6, 17, 9)}


def test_the_same_people_are_known_again_across_kinds_of_lists(shared: Path) -> None:
    (with_codes,) = read("pretix_checkin_main_secrets.csv")
    (without,) = read("pretix_checkin_main.csv")
    (positions,) = read("pretix_positions.csv")
    known = {alias: p.key for p in with_codes.people for alias in (p.key, *p.aliases)}
    assert all(known[p.key] for p in without.people)
    tickets = {p.key for p in positions.people}
    assert sum(p.key in tickets for p in with_codes.people) == len(with_codes.people)


def test_the_sheet_with_the_people_is_chosen_and_the_others_are_told(shared: Path) -> None:
    (reading,) = read("pretix_orderdata.xlsx")
    assert reading.sheet == "Order positions"
    assert any("“Orders”" in w.text and "“Order fees”" in w.text for w in reading.warnings)
    with pytest.raises(UserError, match="list of orders"):
        read("pretix_orderdata.xlsx", sheet="Orders")
    with pytest.raises(UserError, match="no sheet “Nobody”"):
        read("pretix_orderdata.xlsx", sheet="Nobody")


def test_guards_go_and_names_keep_their_apostrophe(shared: Path) -> None:
    (reading,) = read("pretix_checkin_main.csv")
    assert not [p.phone for p in reading.people if p.phone.startswith("'")]
    assert sum(p.phone.startswith("+") for p in reading.people) > 100
    (indico,) = read("indico_participants_all.csv")
    assert any(p.family == "'t Hart" for p in indico.people)
    assert not any(p.name.endswith("-") for p in indico.people)


def test_visits_guests_and_repeated_headers_of_indico(shared: Path) -> None:
    (spec,) = [s for s in SPECS if s["file"] == "indico_participants_all.xlsx"]
    for name in ("indico_participants_all.csv", "indico_participants_all.xlsx"):
        (reading,) = read(name)
        chosen = Counter(visit for p in reading.people for visit in p.visits)
        assert chosen == {visit: told["people_who_chose"] for visit, told in spec["site_visits"].items()}
        people = {p.key: p for p in reading.people}
        guests = [p for p in reading.people if p.guest_of]
        assert all(people[g.guest_of].row == g.row and people[g.guest_of].status == g.status for g in guests)
        fields = {label for p in reading.people for label in p.fields}
        assert {"Remarks", "Remarks (2)", "Name on the badge"} <= fields


def test_a_badge_name_is_a_question_and_a_voucher_no_code(shared: Path) -> None:
    (reading,) = read("pretix_checkin_pending_questions.csv")
    assert reading.mapping["name"] == "Attendee name"
    assert "ticket_code" not in reading.mapping
    assert reading.mapping["diet"] == "Food"
    assert any("Name on the badge" in p.fields for p in reading.people)


def test_extras_that_were_not_named_are_suspected(shared: Path) -> None:
    (reading,) = read("pretix_checkin_all_semicolon.csv")
    assert len(reading.people) == 524
    (told,) = [w.text for w in reading.warnings if "--extra" in w.text]
    assert '--extra "Conference dinner"' in told
    assert '--extra "T-shirt"' in told
    assert "Conference ticket" not in told
