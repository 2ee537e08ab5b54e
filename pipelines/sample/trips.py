"""Visits of one area are made together: when a van leaves, where it stops, how long the road is."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.sample.hours import Hours
from pipelines.sample.instants import HOUR, MINUTE, local_instant, local_minute, wall_instant
from pipelines.sample.job import Job
from pipelines.sample.recipe import Recipe

TIER_HASTE = {"Silver": 1.0, "Gold": 0.88, "Platinum": 0.75}
PREMIUM_HASTE = 0.4
FAR_PATIENCE = ((60, 1.7), (30, 1.3), (0, 1.0))
BETWEEN_SITES = 9
LATE_HOME = 50 * MINUTE


@dataclass(frozen=True)
class Stop:
    """A visit on a trip."""

    job: Job
    arrives: int
    leaves: int
    travel: int


@dataclass(frozen=True)
class Trip:
    """A round of visits and the way home."""

    stops: tuple[Stop, ...]
    back_at: int


class Van:
    """Decides on trips by the recipe's rules of thumb."""

    def __init__(self, recipe: Recipe, desk_hours: Hours) -> None:
        """Keep the rules, and how they slacken over the period."""
        self.rules, self.desk_hours, self.drift = recipe.visits, desk_hours, recipe.drift
        self.first, self.last = local_instant(recipe.first_day, 0), wall_instant(recipe.as_of)

    def notice_ends(self, job: Job) -> int:
        """Before which the client cannot be visited; the notice grows, little by little."""
        since = _since(job)
        hours = self.rules.notice_hours[job.plan.priority - 1] * (PREMIUM_HASTE if job.plan.premium else 1.0)
        grown = 1 + (self.drift - 1) * (since - self.first) / (self.last - self.first)
        return self.desk_hours.after(since, round(hours * grown * HOUR))

    def patience_ends(self, job: Job) -> int:
        """When a visit will wait no longer for others in the same area."""
        plan, site = job.plan, job.plan.arrival.site
        hours = self.rules.patience_hours[plan.priority - 1] * TIER_HASTE[plan.arrival.client.tier]
        hours *= PREMIUM_HASTE if plan.premium else 1.0
        hours *= next(factor for km, factor in FAR_PATIENCE if site.km >= km)
        return self.desk_hours.after(self.notice_ends(job), round(hours * HOUR))

    def trip(self, waiting: Sequence[Job], level: int, now: int, day_end: int, speed: float) -> Trip | None:
        """The trip to make now, if any is worth it."""
        able = sorted((job for job in waiting if job.plan.level <= level and self.notice_ends(job) <= now), key=_haste)
        late = local_minute(now) > self.rules.last_start
        for area in self._areas(able, now):
            wanted = [job for job in able if job.plan.arrival.site.area == area]
            trip = self._round(wanted, now, day_end, speed)
            if trip and (not late or trip.stops[0].job.plan.priority == 1):
                return trip
        return None

    def _areas(self, able: Sequence[Job], now: int) -> list[str]:
        """Where somebody has waited long enough, then where enough visits have come together."""
        due = [job.plan.arrival.site.area for job in able if self.patience_ends(job) <= now]
        areas = [job.plan.arrival.site.area for job in able]
        full = [area for area in sorted(set(areas)) if areas.count(area) >= self.rules.worth_a_trip]
        return list(dict.fromkeys(due + full))

    def _round(self, wanted: Sequence[Job], now: int, day_end: int, speed: float) -> Trip | None:
        stops: list[Stop] = []
        at, place = now, 0.0
        for job in wanted[: self.rules.most_stops]:
            stop = self._stop(job, at, place, speed, first=not stops)
            home = stop.leaves + self._road(job.plan.arrival.site.km)
            if home > day_end + LATE_HOME and not (not stops and job.plan.priority == 1):
                continue
            stops.append(stop)
            at, place = stop.leaves, job.plan.arrival.site.km
        return Trip(tuple(stops), at + self._road(place)) if stops else None

    def _stop(self, job: Job, at: int, place: float, speed: float, *, first: bool) -> Stop:
        km = job.plan.arrival.site.km
        way = self._road(km) if first else round((BETWEEN_SITES + 0.9 * abs(km - place)) * MINUTE)
        return Stop(job, at + way, at + way + round(job.left * speed), way)

    def _road(self, km: float) -> int:
        rules = self.rules
        near, far = min(km, rules.far_km), max(km - rules.far_km, 0)
        return round((rules.minutes_to_start + near * rules.minutes_a_km + far * rules.minutes_a_km_far) * MINUTE)


def _haste(job: Job) -> tuple[int, int, int]:
    return job.plan.priority, -int(job.plan.premium), job.waiting_since or 0


def _since(job: Job) -> int:
    return job.plan.arrival.at if job.waiting_since is None else job.waiting_since
