-- Where the content of attachments came from. What was kept before says nothing of it.

ALTER TABLE attachment ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE attachment ADD COLUMN media_type TEXT NOT NULL DEFAULT ''; -- by its content
ALTER TABLE attachment ADD COLUMN origin TEXT NOT NULL DEFAULT '';     -- address, or file
ALTER TABLE attachment ADD COLUMN who TEXT NOT NULL DEFAULT '';        -- by whom it was kept

CREATE INDEX item_file ON item (file_sha256) WHERE file_sha256 <> '';
