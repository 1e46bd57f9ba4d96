"""From PolNeAR to the attribution tagger."""
