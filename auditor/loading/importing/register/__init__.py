"""Records of processing (GDPR art. 30) in spreadsheets: recognised by their labels, read cell by cell, never by name or address."""
