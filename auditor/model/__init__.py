"""What the program reasons on: frozen types, no I/O."""
