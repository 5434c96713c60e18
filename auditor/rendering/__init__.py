"""Bytes out: text, JSON, pages."""
