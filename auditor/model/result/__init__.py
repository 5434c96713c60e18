"""The result of an audit and what it holds."""
