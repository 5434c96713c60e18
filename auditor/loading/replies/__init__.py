"""Forms that came back, read from whatever file they are in; what they say is not yet held against a case."""
