-- Layouts of pictures: where legend, scale bar and the other furniture stand. Kept
-- as layers and views are.

CREATE TABLE layout (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE CHECK (id <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    position   INTEGER NOT NULL DEFAULT 0,
    definition TEXT NOT NULL,           -- JSON
    revision INTEGER NOT NULL DEFAULT 1, change INTEGER, item INTEGER, deleted INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (change, item) REFERENCES change_item (change, pos)
);
