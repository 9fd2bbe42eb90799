"""`accept`: the long run."""


def accept(_: list[str]) -> int:
    """Run both commands of the README in a clean Debian."""
    return 0
