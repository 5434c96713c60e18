"""What papers say in words: their heads, labels, lists, and what they say of themselves."""
