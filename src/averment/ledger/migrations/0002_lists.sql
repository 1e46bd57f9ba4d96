-- Sanctions lists, each as it stood on one day; several days of one list stand side by side.
--
-- What is found on them is not kept: it follows from the entries and the articles, whichever day's list is asked.
-- Dates are ISO 8601 days; lists of words are JSON.

CREATE TABLE lists (
    id      TEXT NOT NULL PRIMARY KEY,  -- its name and date: ofac-sdn@2022-09-14
    name    TEXT NOT NULL,
    date    TEXT NOT NULL,
    format  TEXT NOT NULL CHECK (format IN ('xml', 'csv')),
    source  TEXT NOT NULL,              -- the file as it was given
    digest  TEXT NOT NULL,              -- SHA-256 of its bytes, or of those of its several files
    UNIQUE (name, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE list_entries (
    list      TEXT NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
    id        INTEGER NOT NULL,         -- the number that the list gives it
    kind      TEXT NOT NULL CHECK (kind IN ('individual', 'entity', 'vessel', 'aircraft')),
    name      TEXT NOT NULL,
    title     TEXT,
    programs  TEXT NOT NULL,
    remarks   TEXT NOT NULL,
    births    TEXT NOT NULL,            -- [[first year, last year], ...]
    ties      TEXT NOT NULL,            -- [[country, ISO 3166 alpha-3, or KOS; what ties it to it], ...]
    linked_to TEXT NOT NULL,
    PRIMARY KEY (list, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE list_aliases (
    list     TEXT NOT NULL,
    entry    INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    type     TEXT NOT NULL CHECK (type IN ('aka', 'fka', 'nka')),
    weak     INTEGER NOT NULL CHECK (weak IN (0, 1)),
    PRIMARY KEY (list, entry, position),
    FOREIGN KEY (list, entry) REFERENCES list_entries (list, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE list_wallets (
    list     TEXT NOT NULL,
    entry    INTEGER NOT NULL,
    position INTEGER NOT NULL,
    asset    TEXT NOT NULL,             -- XBT, ETH ...
    address  TEXT NOT NULL,
    PRIMARY KEY (list, entry, position),
    FOREIGN KEY (list, entry) REFERENCES list_entries (list, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
