-- The handling label that an exported picture bears: TLP 2.0, '' where it bears none.

ALTER TABLE publication ADD COLUMN tlp TEXT NOT NULL DEFAULT '';
