-- The full-text index keeps what each change adds in a segment of its own, and merges
-- segments of one level into one of the next. Left alone it does so in gulps, and what
-- many events left at the lowest level, a megabyte a segment, made every 64th save wait
-- for a merge of large segments. Now eight segments are merged as soon as they are
-- there, none begins large, and whoever adds many events makes one segment of all at the
-- end, as is done here for the events there are: saves then merge what saves left.

INSERT INTO event_text (event_text, rank) VALUES ('automerge', 0);
INSERT INTO event_text (event_text, rank) VALUES ('crisismerge', 8);
INSERT INTO event_text (event_text, rank) VALUES ('hashsize', 65536);
INSERT INTO event_text (event_text) VALUES ('optimize');

INSERT INTO actor_text (actor_text, rank) VALUES ('automerge', 0);
INSERT INTO actor_text (actor_text, rank) VALUES ('crisismerge', 8);
INSERT INTO actor_text (actor_text, rank) VALUES ('hashsize', 65536);
INSERT INTO actor_text (actor_text) VALUES ('optimize');
