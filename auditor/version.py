"""The version of the program, in a module of its own so that no module inside imports the library face."""

__version__ = "0.2.0"
