"""A survey as tables: rows of cases, ranks, changes."""
