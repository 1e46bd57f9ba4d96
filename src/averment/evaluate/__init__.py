"""Measure the coder: its agreement with annotated texts, and its speed.

Eight tasks, each a module with the shape of its data, what is counted and what is written: ``gold`` (whole articles
coded by hand), ``attribution`` (who says what, PolNeAR), ``acts`` (sentences with one marked statement), ``events`` and
``relation`` (sentences with one marked pair, PLV), ``petrarch`` (PETRARCH's own test records), ``entities`` (texts with
marked parties and dates) and ``forms`` (a table of names and words that are hard to resolve).
"""
