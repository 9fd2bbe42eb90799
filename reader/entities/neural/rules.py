"""Which rules stand around the network. Here, so that a tagger's version can be told without loading numpy."""

RULES = 16
"""To be raised with every change to what is made of the network's answers, and to the lists."""
