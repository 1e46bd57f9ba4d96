"""Speech acts: a head on the encoder that tags attributions."""
