"""Event days, the logical clock, ids, canonical JSON, the act's digest and hash."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain import hlc
from checkin.domain.act import digest, link_hash, sealed, tag_of
from checkin.domain.canonical import canonical
from checkin.domain.days import event_day, from_ms, to_ms, zone_of
from checkin.domain.ids import attendee_id, badge_number, uuid7
from tests.factories import START_MS, an_act

some = settings(max_examples=200, derandomize=True, deadline=None)
LONDON = ZoneInfo("Europe/London")
moments = st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))


@some
@given(
    moments, st.sampled_from(["Europe/London", "Asia/Tokyo", "Pacific/Apia", "America/St_Johns", "Australia/Lord_Howe"])
)
def test_a_day_never_goes_back_and_lasts_at_most_25_hours(moment: datetime, name: str) -> None:
    zone = zone_of(name)
    today = event_day(moment, zone)
    assert event_day(moment + timedelta(hours=1), zone) >= today
    assert event_day(moment + timedelta(hours=26), zone) > today
    local = moment.astimezone(zone)
    assert today == (local.date() if local.time() >= time(4) else local.date() - timedelta(days=1))


def test_another_beginning_of_the_day() -> None:
    moment = datetime(2026, 3, 24, 5, 59, tzinfo=LONDON)
    assert event_day(moment, LONDON, time(6)).isoformat() == "2026-03-23"
    assert event_day(moment + timedelta(minutes=1), LONDON, time(6)).isoformat() == "2026-03-24"


@some
@given(st.integers(-(10**12), 4 * 10**12))
def test_milliseconds_go_there_and_back(ms: int) -> None:
    assert to_ms(from_ms(ms)) == ms


def test_an_unknown_zone() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        zone_of("Europe/Atlantis")


@some
@given(st.integers(0, 2**62), st.integers(-(10**15), 10**15))
def test_a_clock_only_goes_forward_and_fits_a_database(last: int, now: int) -> None:
    ticked = hlc.tick(last, now)
    assert last < ticked < 2**63
    if now << 16 > last and now <= hlc.LATEST_MS:
        assert hlc.milliseconds(ticked) == now


def test_the_year_9999_and_a_step_back() -> None:
    assert hlc.tick(0, to_ms(datetime(9999, 12, 31, tzinfo=UTC))) < 2**63
    last = hlc.tick(0, START_MS)
    assert hlc.tick(last, START_MS - 3_600_000) == last + 1


def test_a_clock_hours_ahead_is_not_followed() -> None:
    now = START_MS
    near, far = (now + hlc.FORWARD_LIMIT_MS) << 16, (now + hlc.FORWARD_LIMIT_MS + 1) << 16
    assert hlc.merged(1, near, now) == near
    assert hlc.merged(1, far, now) == 1
    assert hlc.merged(near, 5, now) == near


@some
@given(st.integers(0, 2**48 - 1))
def test_uuid7_has_the_layout_of_rfc_9562(ms: int) -> None:
    import uuid

    made = uuid.UUID(uuid7(ms))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == ms
    assert str(made) == uuid7(ms)[:13] + str(made)[13:]


def test_uuid7_sorts_by_time_and_never_repeats() -> None:
    made = [uuid7(START_MS + n // 100) for n in range(2000)]
    assert len(set(made)) == len(made)
    assert sorted(x[:13] for x in made) == [x[:13] for x in made]
    assert uuid7(-5).startswith("00000000-0000-7")


def test_ids_of_people_are_keyed_and_stable() -> None:
    """Recomputed by the formula: an id that is given once never changes, on any desk, in any version."""
    key = bytes(range(32))
    told = hmac.new(key, b"attendee|ticket:A\xc3\xa91", hashlib.sha256).hexdigest()
    assert attendee_id(key, "ticket:Aé1") == "p" + told[:24]
    assert attendee_id(bytes(32), "ticket:Aé1") != attendee_id(key, "ticket:Aé1")
    assert attendee_id(key, "\udcff").startswith("p")
    number = int.from_bytes(hmac.new(key, b"badge|p1|0", hashlib.sha256).digest()[:5], "big")
    assert badge_number(key, "p1") == number
    assert badge_number(key, "p1", 1) != number


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@some
@given(json_values)
def test_canonical_json_is_one_ascii_text(value: object) -> None:
    text = canonical(value)
    assert text.isascii()
    assert text == json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    assert canonical(json.loads(text)) == text


def test_canonical_json_knows_no_order_of_keys_and_no_nan() -> None:
    assert canonical({"b": 1, "a": [True, None]}) == canonical({"a": [True, None], "b": 1}) == '{"a":[true,null],"b":1}'
    with pytest.raises(ValueError):
        canonical(float("nan"))
    assert canonical("é\udcff\0") == '"\\u00e9\\udcff\\u0000"'


def test_the_digest_and_the_hash_are_those_of_the_reference() -> None:
    """reference/sync.md §8: `hub.row_hash`, and DESIGN §5 for what is signed."""
    act = an_act("checked_in", "p1", {"door": "main"}, {"payload": "Zoë\udcff"})
    assert act.pii_tag is not None
    told = f"{act.act_id}|A|checked_in|1|{act.hlc}|p1|{act.body}|{act.pii_tag.hex()}"
    assert digest(act) == hashlib.sha256(told.encode()).digest()
    prev = bytes(range(32))
    place = f"st|7|{told}|{act.sig.hex()}"
    assert link_hash(prev, "st", 7, act) == hashlib.sha256(prev + place.encode()).digest()
    bare = act._replace(pii=None, pii_tag=None, sig=b"")
    place = f"st|1|{act.act_id}|A|checked_in|1|{act.hlc}|p1|{act.body}||"
    assert link_hash(b"", "st", 1, bare) == hashlib.sha256(place.encode()).digest()


def test_the_tag_is_an_hmac_under_a_salt_inside_the_personal_part() -> None:
    salt = bytes(range(16))
    data, tag = sealed({"name": "Ada"}, salt)
    assert json.loads(data) == {"name": "Ada", "salt": salt.hex()}
    assert tag == hmac.new(salt, data, hashlib.sha256).digest() == tag_of(data)
    assert sealed({"name": "Ada"}, bytes(16))[1] != tag
