"""Every word the program says, French and English side by side: vocabulary, names, grammar and the texts of each surface."""
