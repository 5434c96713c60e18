"""Documents of other people's making, read into facts of a case: a format is a file of `formats`, what it reads is told cell by cell."""
