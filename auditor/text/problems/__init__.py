"""What is said of input and requests that cannot be judged, French and English side by side, a module a room."""
