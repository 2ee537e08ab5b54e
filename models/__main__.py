"""python -m models fit, targets, backtest, at-risk, catalogue, desk, price: what to promise, and what it takes."""

from models.shell import catalogue, desk, promises
from pipelines.shell import plain_shell

app = plain_shell("What to promise.")
for command in (
    promises.fit, promises.targets, promises.backtest, promises.at_risk, catalogue.catalogue, desk.desk, desk.price,
):  # fmt: skip
    app.command(name=command.__name__.replace("_", "-"))(command)

if __name__ == "__main__":
    app()
