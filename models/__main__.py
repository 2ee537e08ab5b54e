"""python -m models fit, targets, backtest, at-risk, catalogue: what can be promised, and whether it would be kept."""

from models.shell import catalogue, promises
from pipelines.shell import plain_shell

app = plain_shell("What to promise.")
for command in (promises.fit, promises.targets, promises.backtest, promises.at_risk, catalogue.catalogue):
    app.command(name=command.__name__.replace("_", "-"))(command)

if __name__ == "__main__":
    app()
