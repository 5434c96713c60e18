"""Drawings of a result: who sends what to whom, under whose law, and who controls whom. Positions come from no font."""
