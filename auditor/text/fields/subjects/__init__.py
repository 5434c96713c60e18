"""Words of what rules speak of: one row per field of each subject."""
