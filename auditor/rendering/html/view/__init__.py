"""What each section of the page shows: one module makes each, in the language of the page, for its template."""
