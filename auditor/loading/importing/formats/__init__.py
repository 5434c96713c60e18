"""The formats that are imported, a file each. The name of a format is that of its file, which assigns its `ImportFormat` to `FORMAT`."""
