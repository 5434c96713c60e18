"""Lists that vendors and sites publish: tables of companies, tag containers, cookie lists, consent strings."""
