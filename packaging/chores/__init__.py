"""The project's chores, one module each. Standard library only: they run before anything is installed."""
