-- The whole domain model. Instants are UTC milliseconds since 1970; NULL is
-- unknown. Text that is absent is ''. Parts of an event are clustered by event and
-- keep their order in pos. Nothing here needs an SQLite newer than 3.40.

CREATE TABLE store (
    id      TEXT NOT NULL PRIMARY KEY,  -- UUID of this file, the origin of its changes
    created INTEGER NOT NULL
) WITHOUT ROWID;

-- History ---------------------------------------------------------------------

CREATE TABLE change (
    n      INTEGER PRIMARY KEY,         -- number in this file
    origin TEXT NOT NULL,               -- store in which it was made
    seq    INTEGER NOT NULL,            -- number there
    time   INTEGER NOT NULL,
    who    TEXT NOT NULL,
    reason TEXT NOT NULL,
    note   TEXT NOT NULL,
    undoes INTEGER REFERENCES change (n),
    items  INTEGER NOT NULL CHECK (items >= 0),
    hash   BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    UNIQUE (origin, seq)
);
CREATE INDEX change_undoes ON change (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE change_parent (
    change INTEGER NOT NULL REFERENCES change (n),
    pos    INTEGER NOT NULL,
    parent INTEGER NOT NULL REFERENCES change (n),
    PRIMARY KEY (change, pos)
) WITHOUT ROWID;
CREATE INDEX change_parent_parent ON change_parent (parent);

-- What a change did to one record. before and after are SHA-256 of canonical JSON;
-- NULL: the record was not there. prev_* name the item before it of the same record.
CREATE TABLE change_item (
    change      INTEGER NOT NULL REFERENCES change (n) DEFERRABLE INITIALLY DEFERRED,
    pos         INTEGER NOT NULL,
    entity      TEXT NOT NULL,
    record      TEXT NOT NULL,
    revision    INTEGER NOT NULL CHECK (revision > 0),
    version     INTEGER NOT NULL,       -- of the payload's shape
    before      BLOB CHECK (length(before) = 32),
    after       BLOB CHECK (length(after) = 32),
    prev_change INTEGER,
    prev_pos    INTEGER,
    PRIMARY KEY (change, pos),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) WITHOUT ROWID;

-- States that the rows no longer hold, as canonical JSON.
CREATE TABLE payload (
    digest  BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    version INTEGER NOT NULL,
    body    BLOB NOT NULL
);

-- Every recorded table below carries the head of its own history: revision, the
-- change item that made it (NULL: seeded by a migration), and its tombstone.

-- Vocabularies ------------------------------------------------------------------

CREATE TABLE kind (
    n        INTEGER PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name     TEXT NOT NULL CHECK (name <> ''),
    icon     TEXT NOT NULL,
    colour   TEXT NOT NULL,
    form     TEXT NOT NULL CHECK (form IN ('strike', 'meeting', 'call', 'statement', 'transfer', 'general')),
    cameo    TEXT NOT NULL DEFAULT '',
    key      TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 1, change INTEGER, item INTEGER, deleted INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos)
);

CREATE TABLE term (
    n          INTEGER PRIMARY KEY,
    vocabulary TEXT NOT NULL CHECK (vocabulary <> ''),
    code       TEXT NOT NULL CHECK (code <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    position   INTEGER NOT NULL DEFAULT 0,
    low        REAL,
    high       REAL,
    forms      TEXT NOT NULL DEFAULT '', -- codes of forms, separated by commas
    revision INTEGER NOT NULL DEFAULT 1, change INTEGER, item INTEGER, deleted INTEGER NOT NULL DEFAULT 0,
    UNIQUE (vocabulary, code),
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos)
);

CREATE TABLE setting (
    n     INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE CHECK (name <> ''),
    value TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1, change INTEGER, item INTEGER, deleted INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos)
);

CREATE TABLE layer (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE CHECK (id <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    position   INTEGER NOT NULL DEFAULT 0,
    definition TEXT NOT NULL,           -- JSON
    revision INTEGER NOT NULL DEFAULT 1, change INTEGER, item INTEGER, deleted INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos)
);

CREATE TABLE view (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE CHECK (id <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    position   INTEGER NOT NULL DEFAULT 0,
    definition TEXT NOT NULL,           -- JSON
    revision INTEGER NOT NULL DEFAULT 1, change INTEGER, item INTEGER, deleted INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos)
);

-- Who -----------------------------------------------------------------------------

CREATE TABLE actor (
    n              INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    name           TEXT NOT NULL CHECK (name <> ''),
    kind           TEXT NOT NULL,
    seat_name      TEXT NOT NULL,
    seat_geonameid INTEGER,
    seat_country   TEXT NOT NULL,
    seat_admin1    TEXT NOT NULL,
    seat_geometry  BLOB,
    acts_for       INTEGER REFERENCES actor (n),
    note           TEXT NOT NULL,
    tlp            TEXT NOT NULL
        CHECK (tlp = '' OR tlp = 'RED' OR tlp = 'AMBER+STRICT' OR tlp = 'AMBER' OR tlp = 'GREEN'
            OR tlp = 'CLEAR'),
    embargo        INTEGER,
    do_not_publish INTEGER NOT NULL CHECK (do_not_publish = 0 OR do_not_publish = 1),
    revision INTEGER NOT NULL, change INTEGER, item INTEGER, deleted INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos)
);
CREATE INDEX actor_name_index ON actor (name);
CREATE INDEX actor_acts_for ON actor (acts_for) WHERE acts_for IS NOT NULL;

CREATE TABLE actor_alias (
    actor INTEGER NOT NULL REFERENCES actor (n),
    pos   INTEGER NOT NULL,
    name  TEXT NOT NULL,
    PRIMARY KEY (actor, pos)
) WITHOUT ROWID;

-- Sources ---------------------------------------------------------------------------

CREATE TABLE outlet (
    n                 INTEGER PRIMARY KEY,
    id                TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    name              TEXT NOT NULL CHECK (name <> ''),
    kind              TEXT NOT NULL,
    reliability       TEXT NOT NULL CHECK (reliability IN ('', 'A', 'B', 'C', 'D', 'E', 'F')),
    party_to_conflict INTEGER CHECK (party_to_conflict IN (0, 1)),
    url               TEXT NOT NULL,
    note              TEXT NOT NULL,
    revision INTEGER NOT NULL, change INTEGER, item INTEGER, deleted INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos)
);
CREATE INDEX outlet_name_index ON outlet (name);

CREATE TABLE item (
    n              INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    title          TEXT NOT NULL CHECK (title <> ''),
    kind           TEXT NOT NULL,
    author         TEXT NOT NULL,
    url            TEXT NOT NULL,
    archive_url    TEXT NOT NULL,
    language       TEXT NOT NULL,
    published      TEXT NOT NULL,
    captured_at    INTEGER,
    captured_by    TEXT NOT NULL,
    captured_how   TEXT NOT NULL,
    text           TEXT NOT NULL,
    file_sha256    TEXT NOT NULL CHECK (length(file_sha256) IN (0, 64)),
    file_name      TEXT NOT NULL,
    file_type      TEXT NOT NULL,
    file_size      INTEGER,
    inbox          TEXT NOT NULL CHECK (inbox = '' OR inbox = 'new' OR inbox = 'used' OR inbox = 'rejected'),
    inbox_note     TEXT NOT NULL,
    outlet         INTEGER REFERENCES outlet (n),
    note           TEXT NOT NULL,
    tlp            TEXT NOT NULL
        CHECK (tlp = '' OR tlp = 'RED' OR tlp = 'AMBER+STRICT' OR tlp = 'AMBER' OR tlp = 'GREEN'
            OR tlp = 'CLEAR'),
    embargo        INTEGER,
    do_not_publish INTEGER NOT NULL CHECK (do_not_publish = 0 OR do_not_publish = 1),
    revision INTEGER NOT NULL, change INTEGER, item INTEGER, deleted INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos)
);
CREATE INDEX item_title ON item (title);
CREATE INDEX item_outlet ON item (outlet) WHERE outlet IS NOT NULL;

-- Content of captured files. An item may name one whose bytes are not here.
CREATE TABLE attachment (
    n      INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    added  INTEGER NOT NULL,
    size   INTEGER NOT NULL CHECK (size = length(body)),
    body   BLOB NOT NULL
);

-- CHECKs of tables with many rows are written out, since SQLite builds a small table
-- for each IN whenever a row is written.

-- Events ----------------------------------------------------------------------------

CREATE TABLE series (
    n    INTEGER PRIMARY KEY,
    id   TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (name <> ''),
    revision INTEGER NOT NULL, change INTEGER, item INTEGER, deleted INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos)
);
CREATE INDEX series_name ON series (name);

CREATE TABLE event (
    n               INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    kind            TEXT NOT NULL REFERENCES kind (code),
    title           TEXT NOT NULL CHECK (title <> ''),
    summary         TEXT NOT NULL,
    earliest        INTEGER,
    latest          INTEGER,
    precision       TEXT NOT NULL
        CHECK (precision = '' OR precision = 'second' OR precision = 'minute' OR precision = 'hour'
            OR precision = 'part of day' OR precision = 'day' OR precision = 'interval' OR precision = 'week'
            OR precision = 'month' OR precision = 'year' OR precision = 'unknown'),
    zone            TEXT NOT NULL,
    told            TEXT NOT NULL,      -- the words as written
    counts_on       TEXT NOT NULL,
    review          TEXT NOT NULL CHECK (review = '' OR review = 'draft' OR review = 'reviewed'),
    reviewed_by     TEXT NOT NULL,
    assessment      TEXT NOT NULL
        CHECK (assessment = '' OR assessment = 'reported' OR assessment = 'corroborated'
            OR assessment = 'confirmed' OR assessment = 'disputed' OR assessment = 'retracted'),
    assessment_note TEXT NOT NULL,
    series          INTEGER REFERENCES series (n),
    series_position INTEGER,
    series_basis    TEXT NOT NULL,
    tlp             TEXT NOT NULL
        CHECK (tlp = '' OR tlp = 'RED' OR tlp = 'AMBER+STRICT' OR tlp = 'AMBER' OR tlp = 'GREEN'
            OR tlp = 'CLEAR'),
    embargo         INTEGER,
    do_not_publish  INTEGER NOT NULL CHECK (do_not_publish = 0 OR do_not_publish = 1),
    -- What other programs see of it.
    point           POINT,              -- stands for the event on a map
    point_place     INTEGER,            -- pos of the place it was taken from
    starts          DATETIME GENERATED ALWAYS AS (strftime('%Y-%m-%dT%H:%M:%fZ', earliest / 1000.0, 'unixepoch')) VIRTUAL,
    ends            DATETIME GENERATED ALWAYS AS (strftime('%Y-%m-%dT%H:%M:%fZ', latest / 1000.0, 'unixepoch')) VIRTUAL,
    revision INTEGER NOT NULL, change INTEGER NOT NULL, item INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos),
    CHECK (latest IS NULL OR earliest IS NULL OR latest >= earliest)
);
-- The order in which events are listed: unknown times last.
CREATE INDEX event_time ON event (ifnull(earliest, 9223372036854775807), ifnull(latest, 9223372036854775807));
CREATE INDEX event_series ON event (series) WHERE series IS NOT NULL;

-- When it was meant to happen.
CREATE TABLE event_planned (
    event     INTEGER PRIMARY KEY REFERENCES event (n),
    earliest  INTEGER,
    latest    INTEGER,
    precision TEXT NOT NULL,
    zone      TEXT NOT NULL,
    told      TEXT NOT NULL,
    counts_on TEXT NOT NULL
);

CREATE TABLE place (
    event     INTEGER NOT NULL REFERENCES event (n),
    pos       INTEGER NOT NULL,
    id        TEXT NOT NULL,
    role      TEXT NOT NULL,
    name      TEXT NOT NULL,
    geonameid INTEGER,
    country   TEXT NOT NULL,
    admin1    TEXT NOT NULL,
    geometry  BLOB,                     -- GeoPackage geometry
    precision TEXT NOT NULL
        CHECK (precision = '' OR precision = 'exact' OR precision = 'vicinity' OR precision = 'locality'
            OR precision = 'district' OR precision = 'region' OR precision = 'country'),
    radius_m  REAL CHECK (radius_m > 0),
    assumed   INTEGER NOT NULL CHECK (assumed = 0 OR assumed = 1),
    note      TEXT NOT NULL,
    PRIMARY KEY (event, pos)
) WITHOUT ROWID;

CREATE TABLE party (
    event INTEGER NOT NULL REFERENCES event (n),
    pos   INTEGER NOT NULL,
    id    TEXT NOT NULL,
    role  TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actor (n),
    place INTEGER,
    PRIMARY KEY (event, pos),
    FOREIGN KEY (event, place) REFERENCES place (event, pos)
) WITHOUT ROWID;
CREATE INDEX party_actor ON party (actor);

CREATE TABLE citation (
    event       INTEGER NOT NULL REFERENCES event (n),
    pos         INTEGER NOT NULL,
    id          TEXT NOT NULL,
    about       TEXT NOT NULL,          -- 'event', a member's name, or a part's id
    item        INTEGER NOT NULL REFERENCES item (n),
    quote       TEXT NOT NULL,
    translation TEXT NOT NULL,
    page        TEXT NOT NULL,
    credibility INTEGER NOT NULL CHECK (credibility BETWEEN 0 AND 6),
    PRIMARY KEY (event, pos)
) WITHOUT ROWID;
CREATE INDEX citation_item ON citation (item);

CREATE TABLE phase (
    event     INTEGER NOT NULL REFERENCES event (n),
    pos       INTEGER NOT NULL,
    id        TEXT NOT NULL,
    phase     TEXT NOT NULL,
    earliest  INTEGER,
    latest    INTEGER,
    precision TEXT NOT NULL,
    zone      TEXT NOT NULL,
    told      TEXT NOT NULL,
    counts_on TEXT NOT NULL,
    note      TEXT NOT NULL,
    PRIMARY KEY (event, pos)
) WITHOUT ROWID;

CREATE TABLE phase_citation (
    event    INTEGER NOT NULL,
    phase    INTEGER NOT NULL,
    pos      INTEGER NOT NULL,
    citation INTEGER NOT NULL,
    PRIMARY KEY (event, phase, pos),
    FOREIGN KEY (event, phase) REFERENCES phase (event, pos),
    FOREIGN KEY (event, citation) REFERENCES citation (event, pos)
) WITHOUT ROWID;

CREATE TABLE claim (
    event         INTEGER NOT NULL REFERENCES event (n),
    pos           INTEGER NOT NULL,
    id            TEXT NOT NULL,
    about         TEXT NOT NULL
        CHECK (about = 'measure' OR about = 'when' OR about = 'place' OR about = 'party' OR about = 'outcome'
            OR about = 'phase' OR about = 'position'),
    part          TEXT NOT NULL,        -- id of the part it speaks of
    measure       TEXT NOT NULL,
    what          TEXT NOT NULL,        -- what was counted
    qualifier     TEXT NOT NULL,
    low           REAL,
    high          REAL,
    value         TEXT NOT NULL,
    according_to  INTEGER REFERENCES actor (n),
    scope_text    TEXT NOT NULL,
    scope_country TEXT NOT NULL,
    scope_admin1  TEXT NOT NULL,
    state         TEXT NOT NULL
        CHECK (state = '' OR state = 'live' OR state = 'superseded' OR state = 'withdrawn'
            OR state = 'rejected'),
    superseded_by INTEGER,
    why           TEXT NOT NULL,
    note          TEXT NOT NULL,
    PRIMARY KEY (event, pos),
    FOREIGN KEY (event, superseded_by) REFERENCES claim (event, pos) DEFERRABLE INITIALLY DEFERRED,
    CHECK (low IS NULL OR high IS NULL OR low <= high)
) WITHOUT ROWID;
CREATE INDEX claim_according_to ON claim (according_to) WHERE according_to IS NOT NULL;

-- The times a claim carries: what it says of the event's, the window it counts,
-- and the moment up to which it counts.
CREATE TABLE claim_time (
    event     INTEGER NOT NULL,
    claim     INTEGER NOT NULL,
    sense     TEXT NOT NULL CHECK (sense IN ('when', 'scope', 'as_of')),
    earliest  INTEGER,
    latest    INTEGER,
    precision TEXT NOT NULL,
    zone      TEXT NOT NULL,
    told      TEXT NOT NULL,
    counts_on TEXT NOT NULL,
    PRIMARY KEY (event, claim, sense),
    FOREIGN KEY (event, claim) REFERENCES claim (event, pos)
) WITHOUT ROWID;

CREATE TABLE claim_citation (
    event    INTEGER NOT NULL,
    claim    INTEGER NOT NULL,
    pos      INTEGER NOT NULL,
    citation INTEGER NOT NULL,
    PRIMARY KEY (event, claim, pos),
    FOREIGN KEY (event, claim) REFERENCES claim (event, pos),
    FOREIGN KEY (event, citation) REFERENCES citation (event, pos)
) WITHOUT ROWID;

CREATE TABLE headline (
    event   INTEGER NOT NULL REFERENCES event (n),
    pos     INTEGER NOT NULL,
    measure TEXT NOT NULL,
    what    TEXT NOT NULL,
    rule    TEXT NOT NULL CHECK (rule IN ('', 'range', 'newest', 'lowest', 'highest')),
    claim   INTEGER,
    reason  TEXT NOT NULL,
    PRIMARY KEY (event, pos),
    FOREIGN KEY (event, claim) REFERENCES claim (event, pos)
) WITHOUT ROWID;

-- The other event may not be in this store.
CREATE TABLE relation (
    event  INTEGER NOT NULL REFERENCES event (n),
    pos    INTEGER NOT NULL,
    type   TEXT NOT NULL,
    target TEXT NOT NULL,
    note   TEXT NOT NULL,
    PRIMARY KEY (event, pos)
) WITHOUT ROWID;
CREATE INDEX relation_target ON relation (target);

CREATE TABLE topic (
    n    INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE event_topic (
    event INTEGER NOT NULL REFERENCES event (n),
    pos   INTEGER NOT NULL,
    topic INTEGER NOT NULL REFERENCES topic (n),
    PRIMARY KEY (event, pos)
) WITHOUT ROWID;
CREATE INDEX event_topic_topic ON event_topic (topic);

CREATE TABLE tag (
    n    INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE event_tag (
    event INTEGER NOT NULL REFERENCES event (n),
    pos   INTEGER NOT NULL,
    tag   INTEGER NOT NULL REFERENCES tag (n),
    PRIMARY KEY (event, pos)
) WITHOUT ROWID;
CREATE INDEX event_tag_tag ON event_tag (tag);

CREATE TABLE event_field (
    event INTEGER NOT NULL REFERENCES event (n),
    name  TEXT NOT NULL,
    value TEXT NOT NULL,                -- JSON
    PRIMARY KEY (event, name)
) WITHOUT ROWID;

CREATE TABLE event_property (
    event INTEGER NOT NULL REFERENCES event (n),
    name  TEXT NOT NULL,
    value TEXT NOT NULL,                -- JSON, verbatim
    PRIMARY KEY (event, name)
) WITHOUT ROWID;

CREATE TABLE external_id (
    event   INTEGER NOT NULL REFERENCES event (n),
    pos     INTEGER NOT NULL,
    dataset TEXT NOT NULL,
    id      TEXT NOT NULL,
    PRIMARY KEY (event, pos)
) WITHOUT ROWID;
CREATE INDEX external_id_id ON external_id (id, dataset);

-- Lines between seats, venues, donors and recipients, computed from the above.
CREATE TABLE link (
    n     INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (n),
    type  TEXT NOT NULL CHECK (type IN ('call', 'spoke', 'transfer')),
    ends  TEXT NOT NULL,                -- whom it joins, for a label
    line  LINESTRING NOT NULL
);
CREATE INDEX link_event ON link (event);

-- The log of what went out ------------------------------------------------------------

CREATE TABLE publication (
    n         INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    time      INTEGER NOT NULL,
    who       TEXT NOT NULL,
    file      TEXT NOT NULL,
    format    TEXT NOT NULL,
    title     TEXT NOT NULL,
    filter    TEXT NOT NULL,
    view      TEXT NOT NULL,
    pov       TEXT NOT NULL,
    events    INTEGER NOT NULL,
    head      INTEGER NOT NULL,
    head_hash TEXT NOT NULL
);

-- Full text -----------------------------------------------------------------------------

-- Texts are folded before they come here, and searched folded alike; the rows
-- themselves keep no copy.
CREATE VIRTUAL TABLE event_text USING fts5 (text, content = '', tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE actor_text USING fts5 (text, content = '', tokenize = "unicode61 remove_diacritics 0");
