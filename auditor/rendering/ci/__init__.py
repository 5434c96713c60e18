"""What machines that run checks read: SARIF, JUnit, annotations, code quality, a comment."""
