"""Claims against facts, part by part."""
