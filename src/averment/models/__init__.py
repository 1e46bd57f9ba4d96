"""Trained weights and what is needed to run them: word pieces in, scores out."""
