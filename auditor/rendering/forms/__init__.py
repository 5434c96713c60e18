"""Forms that ask for missing facts: as a workbook, as a page that works from a file, as a letter."""
