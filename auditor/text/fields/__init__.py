"""One row per field: of a case, and of what rules speak of."""
