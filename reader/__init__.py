"""Hamish: an offline, Arabic-first reader for articles."""
