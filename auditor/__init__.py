"""Data-flow privacy audit: who sends which personal data where, held against dated law, with proof."""

__version__ = "0.1.0"
