"""The one graph, and what is derived from it: each result twice, for what is certain and for what is possible."""
