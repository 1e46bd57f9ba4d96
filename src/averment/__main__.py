"""``python -m averment``: the command line."""

from averment.cli.main import run

if __name__ == "__main__":
    run()
