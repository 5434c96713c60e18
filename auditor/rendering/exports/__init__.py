"""Papers that data protection officers keep: the register, the impact assessment, the transfer assessment. All starters."""
