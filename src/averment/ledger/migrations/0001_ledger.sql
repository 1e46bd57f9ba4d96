-- The ledger of articles and what was read out of them.
--
-- Offsets are code points into articles.text, end exclusive. Every row belongs to one article and is derived from that
-- article alone, so that the order in which articles come in changes no row; nr is storage only and never compared.
-- Dates are ISO 8601 days; lists and maps are JSON.

CREATE TABLE articles (
    nr              INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    source          TEXT NOT NULL,
    title           TEXT,
    outlet          TEXT,
    outlet_country  TEXT,
    published       TEXT,
    published_basis TEXT NOT NULL,
    language        TEXT NOT NULL,
    title_begin     INTEGER,
    title_end       INTEGER,
    fingerprint     TEXT NOT NULL,  -- of every field, text included: which of two copies is kept does not hang on order
    text            TEXT NOT NULL,
    CHECK (0 <= title_begin AND title_begin < title_end),
    CHECK ((title_begin IS NULL) = (title_end IS NULL))
) STRICT;

CREATE INDEX articles_in_order ON articles (COALESCE(published, '9999-12-31'), id);

CREATE TABLE article_spans (
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    role     TEXT NOT NULL CHECK (role IN ('body', 'related')),
    position INTEGER NOT NULL,
    begin    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (article, role, position),
    CHECK (0 <= begin AND begin < "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    country  TEXT,
    sectors  TEXT NOT NULL,
    aliases  TEXT NOT NULL,
    ids      TEXT NOT NULL,
    reason   TEXT NOT NULL,
    members  TEXT NOT NULL,
    PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX entities_by_country ON entities (country);

CREATE TABLE mentions (
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    begin    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    entity   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (article, position),
    FOREIGN KEY (article, entity) REFERENCES entities (article, id) DEFERRABLE INITIALLY DEFERRED,
    CHECK (0 <= begin AND begin < "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    nr         INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    article    TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    speaker    TEXT,
    addressee  TEXT,
    act        TEXT NOT NULL,
    quoted     TEXT NOT NULL,
    parent     TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    date_start TEXT,
    date_end   TEXT,
    date_span_begin INTEGER,
    date_span_end   INTEGER,
    confidence REAL NOT NULL,
    reason     TEXT NOT NULL,
    source     TEXT NOT NULL,  -- the words of the spans in statement_spans, by role
    cue        TEXT NOT NULL,
    content    TEXT NOT NULL,
    FOREIGN KEY (article, speaker) REFERENCES entities (article, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, addressee) REFERENCES entities (article, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE UNIQUE INDEX statements_in_order ON statements (article, position);
CREATE INDEX statements_by_parent ON statements (parent) WHERE parent IS NOT NULL;

CREATE TABLE statement_spans (
    statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    role      TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content')),
    position  INTEGER NOT NULL,
    begin     INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    PRIMARY KEY (statement, role, position),
    CHECK (0 <= begin AND begin < "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    nr           INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    article      TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    type         TEXT NOT NULL,
    mode         TEXT,
    contexts     TEXT NOT NULL,
    status       TEXT NOT NULL,
    stance       TEXT NOT NULL,
    date_start   TEXT,
    date_end     TEXT,
    date_span_begin INTEGER,
    date_span_end   INTEGER,
    place        TEXT,
    same_as      TEXT REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
    according_to TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    effects      TEXT NOT NULL,
    quantities   TEXT NOT NULL,
    confidence   REAL NOT NULL,
    reason       TEXT NOT NULL,
    words        TEXT NOT NULL,  -- the words of the spans in event_spans
    sentence_begin INTEGER,      -- the sentence around them
    sentence_end   INTEGER,
    sentence     TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX events_in_order ON events (article, position);
CREATE INDEX events_by_type ON events (type, mode);
CREATE INDEX events_by_statement ON events (according_to) WHERE according_to IS NOT NULL;
CREATE INDEX events_by_first_mention ON events (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE event_spans (
    event    TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    begin    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (event, position),
    CHECK (0 <= begin AND begin < "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE parties (
    event    TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    side     TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    article  TEXT NOT NULL,
    entity   TEXT,
    begin    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (event, side, position),
    FOREIGN KEY (article, entity) REFERENCES entities (article, id) DEFERRABLE INITIALLY DEFERRED,
    CHECK (0 <= begin AND begin < "end")
) STRICT, WITHOUT ROWID;

CREATE INDEX parties_by_entity ON parties (article, entity);

-- Where each stored article was read: one of its documents is kept as the article, the others are copies.
CREATE TABLE documents (
    source  TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (source, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX documents_by_article ON documents (article);

-- Documents that were read and not kept. article is '' unless the document was an article whose coding failed.
CREATE TABLE rejections (
    source  TEXT NOT NULL,
    reason  TEXT NOT NULL,
    message TEXT NOT NULL,
    article TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (source, reason, message, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX rejections_by_article ON rejections (article) WHERE article <> '';

-- Full-text search; the triggers keep it in step with the rows.
CREATE VIRTUAL TABLE articles_search USING fts5 (
    title, text, content = 'articles', content_rowid = 'nr', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statements_search USING fts5 (
    content, content = 'statements', content_rowid = 'nr', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE events_search USING fts5 (
    sentence, content = 'events', content_rowid = 'nr', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER articles_search_insert AFTER INSERT ON articles BEGIN
    INSERT INTO articles_search (rowid, title, text) VALUES (new.nr, new.title, new.text);
END;
CREATE TRIGGER articles_search_delete AFTER DELETE ON articles BEGIN
    INSERT INTO articles_search (articles_search, rowid, title, text) VALUES ('delete', old.nr, old.title, old.text);
END;
CREATE TRIGGER statements_search_insert AFTER INSERT ON statements BEGIN
    INSERT INTO statements_search (rowid, content) VALUES (new.nr, new.content);
END;
CREATE TRIGGER statements_search_delete AFTER DELETE ON statements BEGIN
    INSERT INTO statements_search (statements_search, rowid, content) VALUES ('delete', old.nr, old.content);
END;
CREATE TRIGGER events_search_insert AFTER INSERT ON events BEGIN
    INSERT INTO events_search (rowid, sentence) VALUES (new.nr, new.sentence);
END;
CREATE TRIGGER events_search_delete AFTER DELETE ON events BEGIN
    INSERT INTO events_search (events_search, rowid, sentence) VALUES ('delete', old.nr, old.sentence);
END;
