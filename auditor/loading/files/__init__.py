"""Bytes in: folders, YAML with places, limits, git revisions and bags."""
