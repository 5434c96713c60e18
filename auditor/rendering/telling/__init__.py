"""The story of a result, for every surface: letters of the findings, headline, what was found, how sure, what to do, whom to ask."""
