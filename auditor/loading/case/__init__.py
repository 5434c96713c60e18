"""A case from its files: converted, enriched from the knowledge base, checked for sense."""
