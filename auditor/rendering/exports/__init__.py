"""Papers made from a result: the register, the impact assessment, the transfer assessment, all starters; who got what in captures."""
