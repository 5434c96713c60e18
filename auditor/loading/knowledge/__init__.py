"""The knowledge base and additions to it, laid over one another and checked."""
