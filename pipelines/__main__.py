"""The shell's way in: python -m pipelines."""

from pipelines.shell import app

if __name__ == "__main__":
    app()
