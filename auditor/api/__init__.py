"""Use cases, one file each: no print, no exit, no file written."""
