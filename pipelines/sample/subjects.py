"""Subjects as people write them."""

import re
from collections.abc import Mapping

from pipelines.sample.dice import Dice
from pipelines.sample.plan import Arrival
from pipelines.sample.recipe import Client, Recipe

SLOT = re.compile(r"\{(\w+)\}")
PRINTERS = ("PRN", "MFP", "COPIER")
SERVERS = ("DC01", "FS01", "SQL01", "APP01", "RDS02", "NAS01")


class Subjects:
    """Fills the recipe's templates with each client's own machines and programs."""

    def __init__(self, recipe: Recipe, dice: Dice) -> None:
        """Give every client the programs that it uses."""
        self.words, self.habits, self.dice = recipe.words, recipe.subject_habits, dice
        apps = recipe.words["app"]
        self.apps = {client.code: (dice.pick(apps), dice.pick(apps)) for client in recipe.clients}

    def write(self, arrival: Arrival) -> tuple[str, str]:
        """The sub-type of a ticket, and a subject that goes with it."""
        pairs = [(sub_type, text) for sub_type, texts in arrival.issue.subjects.items() for text in texts]
        sub_type, text = self.dice.pick(pairs)
        own = self._own_words(arrival.client, arrival.site.name)
        return sub_type, self._written(SLOT.sub(lambda found: self._word(found[1], own), arrival.subject or text))

    def _own_words(self, client: Client, site: str) -> Mapping[str, str]:
        code = client.code
        return {
            "site": site,
            "app": self.dice.pick(self.apps[code]),
            "laptop": f"{code}-{self.dice.pick(('LT', 'LT', 'PC'))}{self.dice.whole(1, client.users):03d}",
            "printer": f"{code}-{self.dice.pick(PRINTERS)}{self.dice.whole(1, 2 + client.users // 15)}",
            "server": f"{code}-{self.dice.pick(SERVERS)}",
        }

    def _word(self, slot: str, own: Mapping[str, str]) -> str:
        return own[slot] if slot in own else self.dice.pick(self.words[slot])

    def _written(self, subject: str) -> str:
        """Some write in a hurry."""
        habit = self.dice.share()
        for name, change in (("urgent", "URGENT - {}"), ("reply", "RE: {}")):
            if habit < self.habits[name]:
                return change.format(subject)
            habit -= self.habits[name]
        if habit < self.habits["shouted"]:
            return subject.upper() + "!!"
        hurried = habit < self.habits["lower"] and subject[1].islower()
        return subject[0].lower() + subject[1:] if hurried else subject
