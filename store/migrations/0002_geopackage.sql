-- What makes the file a GeoPackage: OGC 12-128r18, version 1.3.

PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;

CREATE TABLE gpkg_spatial_ref_sys (
    srs_name                 TEXT NOT NULL,
    srs_id                   INTEGER NOT NULL PRIMARY KEY,
    organization             TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition               TEXT NOT NULL,
    description              TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326,
     'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
     'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');

CREATE TABLE gpkg_contents (
    table_name  TEXT NOT NULL PRIMARY KEY,
    data_type   TEXT NOT NULL,
    identifier  TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x       DOUBLE,
    min_y       DOUBLE,
    max_x       DOUBLE,
    max_y       DOUBLE,
    srs_id      INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id)
);

CREATE TABLE gpkg_geometry_columns (
    table_name         TEXT NOT NULL,
    column_name        TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id             INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id),
    z                  TINYINT NOT NULL,
    m                  TINYINT NOT NULL,
    PRIMARY KEY (table_name, column_name),
    UNIQUE (table_name),
    FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name)
);

-- The layers are views, so other programs can read and not write. Each column is a
-- plain reference to a table's, so that it keeps its declared type.

CREATE VIEW events AS
SELECT e.n AS fid, e.point AS geom, e.id, e.kind, e.title, e.summary, e.starts, e.ends,
       e.precision, e.zone, e.told, e.review, e.assessment,
       p.role AS place_role, p.name AS place, p.country, p.admin1,
       p.precision AS place_precision, p.radius_m
FROM event e LEFT JOIN place p ON p.event = e.n AND p.pos = e.point_place
WHERE e.point IS NOT NULL AND e.deleted = 0;

CREATE VIEW links AS
SELECT l.n AS fid, l.line AS geom, l.type, l.ends AS joins, e.id AS event, e.kind, e.title, e.starts, e.ends, e.assessment
FROM link l JOIN event e ON e.n = l.event
WHERE e.deleted = 0;

CREATE VIEW unplaced_events AS
SELECT e.n AS fid, e.id, e.kind, e.title, e.summary, e.starts, e.ends,
       e.precision, e.zone, e.told, e.review, e.assessment
FROM event e
WHERE e.point IS NULL AND e.deleted = 0;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('events', 'features', 'Events', 'one point for each event with a place', 4326),
    ('links', 'features', 'Links', 'lines between those who called, met, gave and received', 4326),
    ('unplaced_events', 'attributes', 'Events without a place', '', NULL);
INSERT INTO gpkg_geometry_columns VALUES
    ('events', 'geom', 'POINT', 4326, 0, 0),
    ('links', 'geom', 'LINESTRING', 4326, 0, 0);
