"""Captures as text and as json."""
