"""Calendars as rows: windows in UTC, clock changes, holidays, and what is refused."""

from datetime import date, datetime

import pytest

from pipelines.connection import Connection
from pipelines.errors import SettingsInvalid
from pipelines.measure.clock.calendars import PlacedCalendar, business_day_seconds, holidays_of, write_calendars
from pipelines.settings import Calendar
from tests.pipelines.measure.clock_cases import HERE, WEEK, WORKDAYS, calendar

NINE_TO_FIVE = calendar("", dict.fromkeys(WORKDAYS, "09:00-17:00"))
ALWAYS = calendar("", dict.fromkeys(WEEK, "00:00-24:00"))


def windows(drawn: Calendar, zone: str, first: date, last: date) -> list[tuple[str, str]]:
    """The open windows of a calendar from first to last day, as texts without their year."""
    with Connection.in_memory() as connection:
        write_calendars(connection, [PlacedCalendar(1, drawn, zone)], first, last)
        rows = connection.rows(HERE / "windows.sql")
    return [(_text(opens_at), _text(closes_at)) for opens_at, closes_at in rows]


def _text(instant: datetime) -> str:
    return f"{instant:%m-%d %H:%M}"


def test_windows_lie_in_utc_and_follow_the_clock_change() -> None:
    assert windows(NINE_TO_FIVE, "Europe/London", date(2025, 3, 28), date(2025, 3, 31)) == [
        ("03-28 09:00", "03-28 17:00"),
        ("03-31 08:00", "03-31 16:00"),
    ]


def test_windows_that_touch_or_overlap_are_one() -> None:
    drawn = calendar("", {1: "08:00-12:00 12:00-14:00 13:00-18:00"})
    assert windows(drawn, "UTC", date(2025, 3, 3), date(2025, 3, 9)) == [("03-03 08:00", "03-03 18:00")]


def test_day_and_night_is_one_window_clipped_to_the_range() -> None:
    assert windows(ALWAYS, "Asia/Tokyo", date(2025, 3, 3), date(2025, 3, 4)) == [("03-03 00:00", "03-05 00:00")]


def test_a_zone_far_from_utc_is_open_on_the_first_and_the_last_day() -> None:
    assert windows(NINE_TO_FIVE, "Pacific/Kiritimati", date(2025, 3, 4), date(2025, 3, 4)) == [
        ("03-04 00:00", "03-04 03:00"),
        ("03-04 19:00", "03-05 00:00"),
    ]
    assert windows(NINE_TO_FIVE, "Pacific/Pago_Pago", date(2025, 3, 4), date(2025, 3, 4)) == [
        ("03-04 00:00", "03-04 04:00"),
        ("03-04 20:00", "03-05 00:00"),
    ]


def test_no_window_opens_on_a_holiday_but_the_night_before_runs_into_it() -> None:
    nights = calendar("GB-ENG", dict.fromkeys(WEEK, "22:00-06:00"))
    assert windows(nights, "Europe/London", date(2025, 12, 24), date(2025, 12, 26)) == [
        ("12-24 00:00", "12-24 06:00"),
        ("12-24 22:00", "12-25 06:00"),
    ]


def test_a_window_edged_in_the_repeated_hour_opens_twice() -> None:
    drawn = calendar("", {7: "01:30-04:00"})
    assert windows(drawn, "Europe/London", date(2025, 10, 26), date(2025, 10, 26)) == [
        ("10-26 00:30", "10-26 01:00"),
        ("10-26 01:30", "10-26 04:00"),
    ]


def test_a_window_inside_the_skipped_hour_never_opens() -> None:
    drawn = calendar("", {7: "01:10-01:50"})
    assert windows(drawn, "Europe/London", date(2025, 3, 30), date(2025, 3, 30)) == []


def test_a_day_that_a_zone_skipped_never_opens() -> None:
    assert windows(ALWAYS, "Pacific/Apia", date(2011, 12, 29), date(2011, 12, 31)) == [("12-29 00:00", "01-01 00:00")]
    fridays = calendar("", {5: "09:00-17:00"})
    assert windows(fridays, "Pacific/Apia", date(2011, 12, 29), date(2012, 1, 4)) == []


def test_a_calendar_without_windows_is_closed_and_not_outside() -> None:
    with Connection.in_memory() as connection:
        write_calendars(connection, [PlacedCalendar(1, calendar("", {}), "UTC")], date(2025, 1, 1), date(2025, 1, 3))
        assert connection.value(HERE / "days.sql") == 3


def test_each_calendar_covers_each_day_with_a_running_total() -> None:
    placed = [PlacedCalendar(1, NINE_TO_FIVE, "UTC"), PlacedCalendar(2, ALWAYS, "UTC")]
    with Connection.in_memory() as connection:
        write_calendars(connection, placed, date(2025, 3, 1), date(2025, 3, 4))
        totals = connection.rows(HERE / "opened_before.sql")
    assert totals == [
        *((1, 1, 0), (2, 1, 0), (3, 1, 0), (4, 1, 8 * 3600)),
        *((5, 2, 0), (6, 2, 86400), (7, 2, 2 * 86400), (8, 2, 3 * 86400)),
    ]


def test_nine_pieces_a_day_are_held() -> None:
    late, early = "18:00-18:10 19:00-19:10 20:00-20:10 21:00-21:10", "00:30-05:00 07:00-08:00 09:00-10:00 11:00-12:00"
    drawn = calendar("", {1: "22:00-13:30", 2: late, 3: early})
    assert len(windows(drawn, "Pacific/Auckland", date(2025, 3, 4), date(2025, 3, 4))) == 9


def test_ten_pieces_a_day_are_refused_not_cut() -> None:
    in_the_repeated_hour = "02:05-02:10 02:15-02:20 02:25-02:30 02:35-02:40"
    drawn = calendar("", {6: "18:00-19:00 20:00-21:00", 7: in_the_repeated_hour})
    with pytest.raises(SettingsInvalid, match="more than nine times within the day from 2025-04-05"):
        windows(drawn, "Pacific/Auckland", date(2025, 4, 1), date(2025, 4, 9))


def test_the_usual_day_is_the_most_frequent_and_of_equals_the_longer() -> None:
    assert business_day_seconds(calendar("", dict.fromkeys(WORKDAYS, "08:00-12:00 13:00-17:00")).windows) == 8 * 3600
    assert business_day_seconds(calendar("", {1: "09:00-17:00", 6: "09:00-13:00"}).windows) == 8 * 3600
    assert business_day_seconds(calendar("", {1: "09:00-13:00 12:00-17:00"}).windows) == 8 * 3600
    assert business_day_seconds(ALWAYS.windows) == 86400
    assert business_day_seconds(()) == 0


def test_holidays_are_those_of_the_region() -> None:
    england = holidays_of(calendar("GB-ENG", {}), [2025])
    scotland = holidays_of(calendar("GB-SCT", {}), [2025])
    assert date(2025, 4, 21) in england
    assert date(2025, 4, 21) not in scotland
    assert holidays_of(NINE_TO_FIVE, [2025]) == {}


@pytest.mark.parametrize("unknown", ["XX", "GB-XX", "England"])
def test_unknown_holidays_are_named_in_a_sentence(unknown: str) -> None:
    with pytest.raises(SettingsInvalid, match=f"no holidays are known for '{unknown}'"):
        holidays_of(calendar(unknown, {}), [2025])


def test_ids_with_a_gap_and_a_range_turned_round_are_refused() -> None:
    with Connection.in_memory() as connection:
        with pytest.raises(ValueError, match="without a gap"):
            write_calendars(connection, [PlacedCalendar(2, ALWAYS, "UTC")], date(2025, 1, 1), date(2025, 1, 2))
        with pytest.raises(ValueError, match="before the first"):
            write_calendars(connection, [PlacedCalendar(1, ALWAYS, "UTC")], date(2025, 1, 2), date(2025, 1, 1))
