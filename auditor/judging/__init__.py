"""From matches to a verdict: severity, confidence, fingerprints, open points, gate."""
