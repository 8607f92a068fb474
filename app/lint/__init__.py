"""The linter: what a program can see of a question's flaws, rule by rule, with a place for each."""
