"""What the figures and charts of Premium mean, for those who ask."""

HIRES = (
    "Technicians needed so that clients without Premium are served as well as today, or as well as your goals ask,"
    " beyond those for today's share of Premium; where today's clients do not pay for it yet, beyond those for none."
    " Range: nine in ten simulated futures."
)
COST = (
    "Pay and tools of these technicians, and of evening cover if you chose it. In the first year a twelfth of what a"
    " hire costs once, and the months in which a new one is not up to speed, are part of it."
)
LEFT = "New money less the cost of the technicians beyond today's. Range: nine in ten simulated futures."
EVEN = "The smallest surcharge on the new buyers that pays for the technicians beyond today's, in the first year."
INCOME = "What new buyers would pay on top of their fees. The range is who buys, where that is not known."
MARGIN = (
    "What is left, in a month of the first year, of the new money after the technicians beyond today's, at your"
    " surcharge. Band: nine in ten simulated futures. Nothing is drawn where nobody new buys."
)
STAIRS = (
    "The smallest surcharge that pays for the technicians beyond today's. It jumps with each of them, and sinks while"
    " more clients share one. Band: nine in ten simulated futures."
)
BUYERS = (
    "In the order in which they buy; who has it today comes last. New money is your surcharge on what a client pays"
    " now; it is empty for those who pay the surcharge already."
)
SHARES = "The same share of clients can be a small or a large share of your tickets: it depends on who buys first."
