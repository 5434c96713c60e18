"""What the slots of messages of rules say, a module per subject."""
