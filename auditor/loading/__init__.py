"""Bytes in, typed model out, every problem at once with its place."""
