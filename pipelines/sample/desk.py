"""The firm's desk, minute by minute. It shares nothing with the simulation that Turnaround makes for owners."""

from collections.abc import Mapping, Sequence
from functools import partial

from pipelines.sample.agenda import Agenda
from pipelines.sample.choosing import Eyes
from pipelines.sample.dice import Dice
from pipelines.sample.hours import Hours
from pipelines.sample.instants import MINUTE, local_day
from pipelines.sample.job import Job, Sitting, Spell, new_job
from pipelines.sample.life import ASSIGNED, NEW, WORKING, Life
from pipelines.sample.plan import Plan
from pipelines.sample.recipe import Recipe, Technician
from pipelines.sample.roster import Duty
from pipelines.sample.trips import Stop, Trip, Van

NO_TIME_LEFT = 4 * MINUTE
STALE = 25 * MINUTE
# Nobody watches the queue all day: seconds until an idle technician sees a new ticket, by priority.
NOTICED_WITHIN = {1: (20, 150), 2: (60, 1800), 3: (600, 5400), 4: (600, 7200)}
MOST_TRIAGED = 4
INTERRUPTIBLE = 3
ESCALATION_KEEPS = 0.4


class Desk:
    """Technicians, a queue, a van, and everybody's habits."""

    def __init__(
        self,
        recipe: Recipe,
        crew: Sequence[Technician],
        roster: Mapping[str, Duty],
        hours: Mapping[str, Hours],
        dice: Dice,
    ) -> None:
        """Open the doors."""
        self.crew = {person.name: person for person in crew}
        self.roster, self.hours, self.dice = roster, hours, dice
        self.agenda = Agenda()
        self.life = Life(self.agenda, hours, dice, self._alert)
        self.van = Van(recipe, hours["standard"])
        self.busy: dict[str, Sitting] = {}

    def run(self, plans: Sequence[Plan], until: int) -> list[Job]:
        """Work through the plans up to the moment of the export."""
        jobs = [new_job(plan) for plan in plans]
        for name, duty in self.roster.items():
            for opens in duty.opens:
                self._look_at(opens + self.dice.whole(0, 240), name)
        for job in jobs:
            self.agenda.at(job.plan.arrival.at, partial(self.life.arrive, job))
        self.agenda.run(until)
        return jobs

    def _look_at(self, at: int, name: str) -> None:
        self.agenda.at(at, lambda now: self._look(name, now))

    def _free(self, at: int) -> list[str]:
        return [name for name in self.crew if name not in self.busy and self.roster[name].place(at) is not None]

    def _alert(self, job: Job, at: int) -> None:
        """A ticket is ready: somebody idle notices, or for a P1 somebody is fetched."""
        if job.step.on_site:
            self.agenda.at(max(self.van.patience_ends(job), at) + MINUTE, partial(self._nudge, job))
            return
        free = self._free(at)
        if free:
            self._look_at(at + self.dice.whole(*NOTICED_WITHIN[job.plan.priority]), self.dice.pick(free))
        elif job.plan.priority == 1:
            self._fetch(job, at)

    def _nudge(self, job: Job, at: int) -> None:
        if job in self.life.visits:
            for name in self._free(at):
                self._look_at(at, name)

    def _look(self, name: str, at: int) -> None:
        """A free technician looks for something to do."""
        who, duty = self.crew[name], self.roster[name]
        place = duty.place(at)
        if name in self.busy or place is None or duty.closes[place] - at < NO_TIME_LEFT:
            return
        if self._go_out(who, duty.day_ends[place], at) or self._triage(who, at):
            return
        eyes = Eyes(who, at, duty.closes[place] - at, self.hours["standard"], self.dice)
        job = eyes.best(self.life.waiting)
        if job is not None:
            self._sit_down(job, who, at)

    def _sit_down(self, job: Job, who: Technician, at: int, *, called_out: bool = False) -> None:
        self.life.waiting.remove(job)
        job.end_wait(at)
        job.respond(at)
        job.owner = who.name
        job.set_status(at, WORKING, who.name)
        wanted = self._wanted(job, who, called_out=called_out)
        end, done = (at + wanted, wanted) if called_out else self.roster[who.name].work_from(at, wanted)
        self._keep_busy(Sitting(who, at, job, wanted, done, called_out), end)

    def _keep_busy(self, sitting: Sitting, end: int) -> None:
        self.busy[sitting.technician.name] = sitting
        self.agenda.at(end, partial(self._stop, sitting))

    def _wanted(self, job: Job, who: Technician, *, called_out: bool) -> int:
        """Seconds until this technician is through, or knows to be out of depth."""
        if job.plan.duplicate_of is not None:
            return self.dice.whole(60, 240)
        if who.level < job.plan.level and not called_out:
            return min(round(job.left * who.speed), self.dice.whole(4, 14) * MINUTE)
        return round(job.left * who.speed)

    def _stop(self, sitting: Sitting, at: int) -> None:
        name = sitting.technician.name
        if self.busy.get(name) is not sitting:
            return
        del self.busy[name]
        if sitting.job is not None:
            sitting.job.spells.append(Spell(name, sitting.start, at, sitting.done))
            self._settle(sitting, sitting.job, at)
        self._look_at(at + self.dice.whole(20, 330), name)

    def _settle(self, sitting: Sitting, job: Job, at: int) -> None:
        """Where a ticket goes when a technician lets go of it."""
        who = sitting.technician
        if job.plan.duplicate_of is not None:
            self.life.merge(job, at, who.name)
        elif sitting.done < sitting.wanted:
            self._leave(sitting, job, sitting.done, at)
        elif who.level < job.plan.level and not sitting.called_out:
            job.level_known, job.owner = True, ""
            job.left = max(job.left - round(ESCALATION_KEEPS * sitting.done), MINUTE)
            job.set_status(at, ASSIGNED, who.name)
            self.life.ready(job, at, who.name)
        else:
            job.level_known = True
            self.life.step_done(job, at, who.name)

    def _leave(self, sitting: Sitting, job: Job, done: int, at: int) -> None:
        job.left = max(job.left - round(done / sitting.technician.speed), MINUTE)
        self.life.put_back(job, at)

    def _triage(self, who: Technician, at: int) -> bool:
        """Tidy people answer what lies there unanswered before they begin something."""
        lain = self.hours["standard"].between
        fresh = [job for job in self.life.waiting if job.status == NEW]
        stale = [job for job in fresh if lain(job.plan.arrival.at, at) > STALE]
        if not stale or not self.dice.chance(who.tidy):
            return False
        end = at
        for job in stale[:MOST_TRIAGED]:
            end += self.dice.whole(50, 200)
            self.agenda.at(end, partial(self._answer, job, who.name))
        self._keep_busy(Sitting(who, at), end + 1)
        return True

    def _answer(self, job: Job, name: str, at: int) -> None:
        if job.status == NEW:
            job.respond(at)
            job.spells.append(Spell(name, at - MINUTE, at, MINUTE))
            job.set_status(at, ASSIGNED, name)

    def _fetch(self, job: Job, at: int) -> None:
        """Nobody is free for a P1: interrupt small things, or ring whoever is on call."""
        on_tickets = [(one, one.job) for one in self.busy.values() if one.job is not None]
        small = [(one, theirs) for one, theirs in on_tickets if theirs.plan.priority >= INTERRUPTIBLE]
        here = [pair for pair in small if self.roster[pair[0].technician.name].place(at) is not None]
        if here:
            sitting, theirs = max(here, key=lambda pair: (pair[0].technician.level, pair[0].start))
            self._interrupt(sitting, theirs, at)
            self._sit_down(job, sitting.technician, at)
        elif self.hours[job.plan.arrival.client.calendar].is_open(at):
            self.agenda.at(at + self.dice.whole(10, 40) * MINUTE, partial(self._call_out, job))

    def _interrupt(self, sitting: Sitting, job: Job, at: int) -> None:
        who = sitting.technician
        del self.busy[who.name]
        done = min(self.roster[who.name].worked(sitting.start, at), sitting.done)
        job.spells.append(Spell(who.name, sitting.start, at, done))
        self._leave(sitting, job, done, at)

    def _call_out(self, job: Job, at: int) -> None:
        names = list(self.crew)
        who = self.crew[names[(local_day(at).toordinal() // 7) % len(names)]]
        if job in self.life.waiting and who.name not in self.busy:
            self._sit_down(job, who, at, called_out=True)

    def _go_out(self, who: Technician, day_end: int, at: int) -> bool:
        """Make a trip if one is worth it and this technician feels like driving."""
        if not who.on_site or not self.life.visits or not self.dice.chance(who.keen):
            return False
        trip = self.van.trip(self.life.visits, who.level, at, day_end, who.speed)
        if trip is not None:
            self._drive(trip, who, at)
        return trip is not None

    def _drive(self, trip: Trip, who: Technician, at: int) -> None:
        for stop in trip.stops:
            self.life.visits.remove(stop.job)
            stop.job.end_wait(at)
            self.agenda.at(stop.arrives, partial(self._arrive, stop, who.name))
            home = trip.back_at - stop.leaves if stop is trip.stops[-1] else 0
            self.agenda.at(stop.leaves, partial(self._visited, stop, who.name, home))
        self._keep_busy(Sitting(who, at), trip.back_at)

    def _arrive(self, stop: Stop, name: str, at: int) -> None:
        stop.job.owner = name
        stop.job.set_status(at, WORKING, name)

    def _visited(self, stop: Stop, name: str, home: int, at: int) -> None:
        spell = Spell(name, stop.arrives, at, stop.leaves - stop.arrives, stop.travel + home)
        stop.job.spells.append(spell)
        self.life.step_done(stop.job, at, name)
