"""What people write, section by section. Every scalar is text: nothing is guessed from its looks.

A field typed `Stated[...]` holds the value itself or a `Value` that adds how it is known. `unknown` and `not-produced`
stand for a fact nobody gave; an absent field means the same. `none` is a fact.
"""
