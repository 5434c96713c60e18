"""The language rules are written in: conditions in three values, their validation, and how they read back as sentences."""
