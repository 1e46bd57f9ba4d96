-- The sectors that a cyber attack struck; a list in JSON, as effects and quantities are.

ALTER TABLE events ADD COLUMN targets TEXT NOT NULL DEFAULT '[]';
