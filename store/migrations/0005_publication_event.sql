-- Which events a publication showed, so that a correction finds the publications that
-- it touches; and what else narrowed what it showed.

ALTER TABLE publication ADD COLUMN listed INTEGER NOT NULL DEFAULT 0 CHECK (listed = 0 OR listed = 1);
ALTER TABLE publication ADD COLUMN earliest INTEGER;    -- window of time, half-open
ALTER TABLE publication ADD COLUMN latest INTEGER;
ALTER TABLE publication ADD COLUMN as_known_at INTEGER; -- moment that was looked back to

-- All that it showed where it is listed, else none of them.
CREATE TABLE publication_event (
    publication INTEGER NOT NULL REFERENCES publication (n),
    event       INTEGER NOT NULL REFERENCES event (n),
    PRIMARY KEY (publication, event)
) WITHOUT ROWID;
CREATE INDEX publication_event_event ON publication_event (event);
