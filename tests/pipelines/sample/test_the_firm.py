"""The made-up firm has the size and the habits that it is meant to have."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

import holidays

from pipelines.sample.hours import bank_holidays
from pipelines.sample.world import World
from tests.pipelines.sample.reading import Rows, lines, whole_rows

AS_OF = datetime(2026, 10, 30, 17, 30, tzinfo=UTC)


def entered(row: dict[str, str]) -> date:
    day, month, year = row["date_entered"].split(" ")[0].split("/")
    return date(int(year), int(month), int(day))


def share(rows: Rows, column: str, *values: str) -> float:
    return sum(row[column] in values for row in rows) / len(rows)


def test_eighteen_months_end_on_a_friday_evening(sound: Rows, statuses: Rows) -> None:
    days = [entered(row) for row in sound]
    assert min(days) == date(2025, 5, 1)
    assert max(days) == AS_OF.date()
    assert max(row["Changed_UTC"] for row in statuses) <= AS_OF.strftime("%Y-%m-%d %H:%M:%S")


def test_there_are_as_many_tickets_clients_types_and_technicians_as_a_firm_of_that_size_has(sound: Rows) -> None:
    assert 15_000 <= len(sound) <= 20_000
    assert len({row["company_name"] for row in sound}) == 40
    assert len({row["ServiceType"] for row in sound}) >= 14
    assert len({row["Ticket_Owner"] for row in sound} - {""}) == 7
    assert {row["Priority"][:2] for row in sound} == {"P1", "P2", "P3", "P4"}
    assert {row["agreement_name"] for row in sound} == {"Silver", "Gold", "Platinum"}


def test_some_tickets_are_reopened_merged_on_site_or_still_open(sound: Rows, statuses: Rows) -> None:
    reopened = {row["TicketNbr"] for row in statuses if row["Status_Description"] == "Re-opened"}
    still_open = [row for row in sound if not row["Status_Description"].startswith((">Closed", "Resolved"))]
    assert 0.02 < len(reopened) / len(sound) < 0.04
    assert 0.015 < share(sound, "Status_Description", ">Closed - Merged") < 0.03
    assert 0.08 < share(sound, "service_location", "On-site") < 0.15
    assert 30 <= len(still_open) <= 120


def test_mondays_are_busy(sound: Rows) -> None:
    weekdays = Counter(entered(row).weekday() for row in sound)
    assert weekdays.most_common(1)[0][0] == 0
    assert weekdays[0] > 1.4 * weekdays[4]
    assert 0 < weekdays[6] < weekdays[4] / 3


def test_the_month_without_two_technicians_shows_and_passes(world: World) -> None:
    def waited(year: int, month: int) -> float:
        opened = [job for job in world.jobs if in_month(job.plan.arrival.at, year, month) and job.responded_at]
        return median((job.responded_at or 0) - job.plan.arrival.at for job in opened)

    assert waited(2025, 11) > 1.8 * waited(2025, 8)
    assert waited(2026, 2) < waited(2025, 11) / 1.8


def in_month(instant: int, year: int, month: int) -> bool:
    day = datetime.fromtimestamp(instant, UTC)
    return (day.year, day.month) == (year, month)


def test_visits_come_later_and_later(world: World) -> None:
    visits = [job for job in world.jobs if job.plan.on_site and job.plan.priority == 3 and not job.plan.premium]
    took = [
        (job.plan.arrival.at, world.hours["standard"].between(job.plan.arrival.at, job.resolutions[0]))
        for job in visits
        if job.resolutions and not in_month(job.plan.arrival.at, 2025, 11)
    ]
    third = len(took) // 3
    assert median(seconds for _, seconds in took[-third:]) > 1.15 * median(seconds for _, seconds in took[:third])


def test_the_farther_the_longer_the_road(sound: Rows, shipped: Path) -> None:
    km = {(row["client"], row["site"]): float(row["distance_km"]) for row in whole_rows(shipped / "clients.csv")}
    driven = [(km[row["company_name"], row["Site_Name"]], float(row["Travel_Hours"])) for row in sound]
    edges = ((0, 10), (10, 30), (30, 60), (60, 99))
    roads = [median(hours for far, hours in driven if low <= far < high and hours) for low, high in edges]
    assert roads == sorted(roads)
    assert roads[3] > 3 * roads[0]


def test_premium_is_for_a_few_and_some_began_on_the_way(shipped: Path) -> None:
    rows = whole_rows(shipped / "clients.csv")
    premium = {row["client"]: row["premium_since"] for row in rows if row["premium_since"]}
    assert 5 <= len(premium) <= 8
    assert any(since < "2025-05-01" for since in premium.values())
    assert any(since > "2025-06-01" for since in premium.values())


def test_the_list_of_sites_covers_every_distance_band_and_calendar(shipped: Path) -> None:
    rows = whole_rows(shipped / "clients.csv")
    bands = Counter(sum(float(row["distance_km"]) >= edge for edge in (10, 30, 60)) for row in rows)
    assert all(bands[band] >= 4 for band in range(4))
    assert {row["calendar"] for row in rows} == {"standard", "extended", "always"}


def test_subjects_vary_and_hold_no_unfilled_slot(sound: Rows) -> None:
    subjects = {row["Summary"] for row in sound}
    assert len(subjects) > 3_000
    assert not [subject for subject in subjects if "{" in subject]


def test_bank_holidays_are_those_of_england() -> None:
    assert date(2026, 12, 28) in bank_holidays()
    assert bank_holidays() == set(holidays.country_holidays("GB", subdiv="ENG", years=(2024, 2025, 2026, 2027)))


def test_for_every_ticket_one_target_line_has_the_most_cells_filled_in(shipped: Path) -> None:
    header, *body = lines(shipped / "targets.csv")
    facts = [header.index(name) for name in ("tier", "issue_type", "work_mode", "distance_band", "priority", "premium")]
    for one in body:
        asked = [one[place] for place in facts]
        rivals = [row for row in body if row[:2] == one[:2] and fits([row[place] for place in facts], asked)]
        assert sorted((filled(row, facts) for row in rivals), reverse=True).count(filled(one, facts)) == 1


def fits(line: list[str], asked: list[str]) -> bool:
    return all(cell in ("", wanted) for cell, wanted in zip(line, asked, strict=True))


def filled(row: list[str], facts: list[int]) -> int:
    return sum(bool(row[place]) for place in facts)
