"""From marked sentences to heads for PLOVER events on the encoder."""
