"""Captures: recognised by content, streamed within bounds, names kept and values left where they are."""
