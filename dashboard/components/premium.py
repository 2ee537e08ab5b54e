"""What is Premium worth? What-ifs, the answer, and what it rests on."""

from dashboard import loaders, wording
from dashboard.components import assumptions, premium_answer, premium_promise, premium_state, prices, what_if
from dashboard.components.guard import fragment
from dashboard.loaders import Scenario
from dashboard.wording import premium as words
from pipelines.errors import TurnaroundError

KEY = "premium"


@fragment
def show() -> None:
    """The answer where the desk can be asked; else why not, and what is known without it."""
    try:
        learnt = loaders.desk()
    except TurnaroundError as error:
        premium_state.refused(wording.plain(error))
        assumptions.show(KEY)
        return
    if not any(learnt.desk.demand.clients):
        premium_state.refused(words.NO_CLIENTS)
        assumptions.show(KEY)
        return
    scenario, surcharge = Scenario(uptake=premium_state.UPTAKE), loaders.settings().prices.premium
    if learnt.usable:
        scenario, surcharge = what_if.show()
        if premium_answer.show(scenario, surcharge):
            premium_promise.show(scenario)
    else:
        premium_state.not_usable(learnt)
    prices.show(scenario, surcharge)
    assumptions.show(KEY)
