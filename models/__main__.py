"""python -m models: what to promise, whether it was kept, and what it takes."""

from models.shell import catalogue, desk, plans, price, promises
from pipelines.shell import plain_shell

app = plain_shell("What to promise.")
for command in (
    promises.fit, promises.targets, promises.backtest, promises.at_risk, catalogue.catalogue, desk.desk, price.price,
):  # fmt: skip
    app.command(name=command.__name__.replace("_", "-"))(command)
app.add_typer(plans.plan, name="plan")

if __name__ == "__main__":
    app()
