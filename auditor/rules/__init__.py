"""Rules as data: subjects and their fields, conditions with three values, and what they say of an estate."""
