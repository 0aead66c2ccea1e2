-- The vocabularies every store begins with. Codes are what events hold and never
-- change; names, order, colours and further entries are the analyst's.

-- Colours were chosen to stay apart on a light map also for the colour-blind (hue
-- and lightness differ together); the shape of the icon always backs them.
INSERT INTO kind (code, name, icon, colour, form, cameo, key, position) VALUES
    ('strike', 'Strike', 'strike', '#a50f15', 'strike', '195', 's', 1),
    ('clash', 'Clash', 'clash', '#d9541e', 'strike', '193', 'k', 2),
    ('talks', 'Talks', 'talks', '#00695c', 'meeting', '046', 't', 3),
    ('visit', 'Visit', 'visit', '#4b8b3b', 'meeting', '042', 'v', 4),
    ('call', 'Call', 'call', '#1f5fa8', 'call', '041', 'c', 5),
    ('statement', 'Statement', 'statement', '#5f6b7a', 'statement', '010', 'm', 6),
    ('agreement', 'Agreement', 'agreement', '#0f7f9c', 'meeting', '057', 'g', 7),
    ('ceasefire', 'Ceasefire', 'ceasefire', '#2b9bd8', 'general', '0871', 'f', 8),
    ('aid', 'Aid', 'aid', '#8a6d00', 'transfer', '072', 'a', 9),
    ('sanction', 'Sanction', 'sanction', '#7b3294', 'general', '163', 'n', 10),
    ('prisoner exchange', 'Prisoner exchange', 'prisoner-exchange', '#9c4f7f', 'transfer', '0841', 'x', 11),
    ('protest', 'Protest', 'protest', '#c2780c', 'general', '141', 'p', 12),
    ('movement', 'Movement', 'movement', '#6b4a2f', 'general', '154', 'w', 13),
    ('other', 'Other', 'other', '#4a4a4a', 'general', '', 'o', 14);

INSERT INTO term (vocabulary, code, name, position, forms) VALUES
    ('measure', 'killed', 'killed', 1, 'strike,general'),
    ('measure', 'wounded', 'wounded', 2, 'strike,general'),
    ('measure', 'missing', 'missing', 3, 'strike'),
    ('measure', 'captured', 'captured', 4, 'strike,transfer'),
    ('measure', 'displaced', 'displaced', 5, 'strike,general'),
    ('measure', 'evacuated', 'evacuated', 6, 'strike,general'),
    ('measure', 'arrested', 'arrested', 7, 'general'),
    ('measure', 'released', 'released', 8, 'transfer'),
    ('measure', 'launched', 'launched', 9, 'strike'),
    ('measure', 'shot_down', 'shot down', 10, 'strike'),
    ('measure', 'suppressed_or_lost', 'suppressed or lost', 11, 'strike'),
    ('measure', 'hit', 'hit the target', 12, 'strike'),
    ('measure', 'locations_hit', 'places hit', 13, 'strike'),
    ('measure', 'locations_debris', 'places hit by debris', 14, 'strike'),
    ('measure', 'buildings_damaged', 'buildings damaged', 15, 'strike'),
    ('measure', 'buildings_destroyed', 'buildings destroyed', 16, 'strike'),
    ('measure', 'equipment_destroyed', 'equipment destroyed', 17, 'strike'),
    ('measure', 'equipment_damaged', 'equipment damaged', 18, 'strike'),
    ('measure', 'without_power', 'people without power', 19, 'strike'),
    ('measure', 'participants', 'people taking part', 20, 'meeting,general'),
    ('measure', 'duration_minutes', 'minutes it lasted', 21, 'meeting,call'),
    ('measure', 'delivered', 'units delivered', 22, 'transfer'),
    ('measure', 'pledged', 'units pledged', 23, 'transfer'),
    ('measure', 'value_usd', 'value in US dollars', 24, 'transfer'),
    ('measure', 'value_eur', 'value in euros', 25, 'transfer'),
    ('measure', 'distance_km', 'kilometres', 26, 'general');

-- The bounds of a word without figures are a convention; a claim stores what was used.
INSERT INTO term (vocabulary, code, name, position, low) VALUES
    ('qualifier', 'exactly', 'exactly', 1, NULL),
    ('qualifier', 'at least', 'at least', 2, NULL),
    ('qualifier', 'more than', 'more than', 3, NULL),
    ('qualifier', 'about', 'about', 4, NULL),
    ('qualifier', 'up to', 'up to', 5, NULL),
    ('qualifier', 'fewer than', 'fewer than', 6, NULL),
    ('qualifier', 'between', 'between', 7, NULL),
    ('qualifier', 'none reported', 'none reported', 8, NULL),
    ('qualifier', 'several', 'several', 9, 3),
    ('qualifier', 'a few', 'a few', 10, 3),
    ('qualifier', 'tens', 'tens', 11, 20),
    ('qualifier', 'dozens', 'dozens', 12, 24),
    ('qualifier', 'scores', 'scores', 13, 40),
    ('qualifier', 'hundreds', 'hundreds', 14, 200),
    ('qualifier', 'thousands', 'thousands', 15, 2000);

INSERT INTO term (vocabulary, code, name, position, forms) VALUES
    ('phase', 'considered', 'considered', 1, ''),
    ('phase', 'announced', 'announced', 2, ''),
    ('phase', 'postponed', 'postponed', 3, ''),
    ('phase', 'under way', 'under way', 4, ''),
    ('phase', 'held', 'held', 5, ''),
    ('phase', 'cancelled', 'cancelled', 6, ''),
    ('phase', 'delivered', 'delivered', 7, 'transfer'),
    ('phase', 'paused', 'paused', 8, 'transfer'),
    ('phase', 'resumed', 'resumed', 9, 'transfer');

INSERT INTO term (vocabulary, code, name, position, forms) VALUES
    ('outcome', 'agreement', 'agreement reached', 1, 'meeting,call'),
    ('outcome', 'partial agreement', 'limited agreement', 2, 'meeting,call'),
    ('outcome', 'no progress', 'no progress', 3, 'meeting,call'),
    ('outcome', 'broken off', 'broken off', 4, 'meeting,call'),
    ('outcome', 'to be continued', 'to be continued', 5, 'meeting,call'),
    ('outcome', 'target hit', 'target hit', 6, 'strike'),
    ('outcome', 'intercepted', 'intercepted', 7, 'strike'),
    ('outcome', 'missed', 'missed', 8, 'strike'),
    ('outcome', 'unknown', 'unknown', 9, '');

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('weapon', 'drone', 'drone', 1),
    ('weapon', 'Shahed-136', 'Shahed-136', 2),
    ('weapon', 'decoy drone', 'decoy drone', 3),
    ('weapon', 'FPV drone', 'FPV drone', 4),
    ('weapon', 'naval drone', 'naval drone', 5),
    ('weapon', 'ballistic missile', 'ballistic missile', 6),
    ('weapon', 'Iskander', 'Iskander', 7),
    ('weapon', 'Kinzhal', 'Kinzhal', 8),
    ('weapon', 'cruise missile', 'cruise missile', 9),
    ('weapon', 'Kh-101', 'Kh-101', 10),
    ('weapon', 'Kalibr', 'Kalibr', 11),
    ('weapon', 'anti-ship missile', 'anti-ship missile', 12),
    ('weapon', 'air-defence missile', 'air-defence missile used against ground targets', 13),
    ('weapon', 'ATACMS', 'ATACMS', 14),
    ('weapon', 'Storm Shadow', 'Storm Shadow', 15),
    ('weapon', 'HIMARS', 'HIMARS', 16),
    ('weapon', 'rocket artillery', 'rocket artillery', 17),
    ('weapon', 'artillery', 'artillery', 18),
    ('weapon', 'mortar', 'mortar', 19),
    ('weapon', 'glide bomb', 'glide bomb', 20),
    ('weapon', 'air strike', 'air strike', 21),
    ('weapon', 'mine', 'mine', 22),
    ('weapon', 'small arms', 'small arms', 23),
    ('weapon', 'explosive device', 'explosive device', 24);

INSERT INTO term (vocabulary, code, name, position, forms) VALUES
    ('place role', 'scene', 'scene', 1, ''),
    ('place role', 'target', 'target', 2, 'strike'),
    ('place role', 'launch', 'launch', 3, 'strike'),
    ('place role', 'venue', 'venue', 4, 'meeting'),
    ('place role', 'seat', 'seat', 5, 'call,meeting,statement'),
    ('place role', 'origin', 'origin', 6, 'transfer'),
    ('place role', 'destination', 'destination', 7, 'transfer');

INSERT INTO term (vocabulary, code, name, position, forms) VALUES
    ('party role', 'attacker', 'attacker', 1, 'strike'),
    ('party role', 'target', 'target', 2, 'strike'),
    ('party role', 'participant', 'participant', 3, 'call,meeting,general'),
    ('party role', 'mediator', 'mediator', 4, 'meeting'),
    ('party role', 'host', 'host', 5, 'meeting'),
    ('party role', 'speaker', 'speaker', 6, 'statement'),
    ('party role', 'donor', 'donor', 7, 'transfer'),
    ('party role', 'recipient', 'recipient', 8, 'transfer');

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('relation', 'part of', 'part of', 1),
    ('relation', 'follows', 'follows', 2),
    ('relation', 'responds to', 'responds to', 3),
    ('relation', 'same as', 'same as', 4),
    ('relation', 'contradicts', 'contradicts', 5);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('actor kind', 'person', 'person', 1),
    ('actor kind', 'state', 'state', 2),
    ('actor kind', 'organisation', 'organisation', 3),
    ('actor kind', 'armed group', 'armed group', 4),
    ('actor kind', 'unnamed', 'unnamed', 5);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('outlet kind', 'newspaper', 'newspaper', 1),
    ('outlet kind', 'agency', 'news agency', 2),
    ('outlet kind', 'broadcaster', 'broadcaster', 3),
    ('outlet kind', 'online', 'online medium', 4),
    ('outlet kind', 'official', 'official channel', 5),
    ('outlet kind', 'social media', 'social media account', 6),
    ('outlet kind', 'research', 'research institute', 7),
    ('outlet kind', 'data set', 'data set', 8),
    ('outlet kind', 'witness', 'witness', 9),
    ('outlet kind', 'other', 'other', 10);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('item kind', 'article', 'article', 1),
    ('item kind', 'report', 'report', 2),
    ('item kind', 'post', 'post', 3),
    ('item kind', 'video', 'video', 4),
    ('item kind', 'image', 'image', 5),
    ('item kind', 'audio', 'audio', 6),
    ('item kind', 'document', 'document', 7),
    ('item kind', 'readout', 'readout', 8),
    ('item kind', 'transcript', 'transcript', 9),
    ('item kind', 'data set', 'data set', 10),
    ('item kind', 'interview', 'interview', 11),
    ('item kind', 'other', 'other', 12);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('review', 'draft', 'draft', 1),
    ('review', 'reviewed', 'reviewed', 2);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('assessment', 'reported', 'reported', 1),
    ('assessment', 'corroborated', 'corroborated', 2),
    ('assessment', 'confirmed', 'confirmed', 3),
    ('assessment', 'disputed', 'disputed', 4),
    ('assessment', 'retracted', 'retracted', 5);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('time precision', 'second', 'second', 1),
    ('time precision', 'minute', 'minute', 2),
    ('time precision', 'hour', 'hour', 3),
    ('time precision', 'part of day', 'part of day', 4),
    ('time precision', 'day', 'day', 5),
    ('time precision', 'interval', 'interval', 6),
    ('time precision', 'week', 'week', 7),
    ('time precision', 'month', 'month', 8),
    ('time precision', 'year', 'year', 9),
    ('time precision', 'unknown', 'unknown', 10);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('place precision', 'exact', 'exact (±10 m)', 1),
    ('place precision', 'vicinity', 'vicinity (±100 m)', 2),
    ('place precision', 'locality', 'locality', 3),
    ('place precision', 'district', 'district', 4),
    ('place precision', 'region', 'region', 5),
    ('place precision', 'country', 'country', 6);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('claim about', 'measure', 'figure', 1),
    ('claim about', 'when', 'time', 2),
    ('claim about', 'place', 'place', 3),
    ('claim about', 'party', 'party', 4),
    ('claim about', 'outcome', 'outcome', 5),
    ('claim about', 'phase', 'phase', 6),
    ('claim about', 'position', 'position in a series', 7);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('claim state', 'live', 'live', 1),
    ('claim state', 'superseded', 'superseded', 2),
    ('claim state', 'withdrawn', 'withdrawn by its source', 3),
    ('claim state', 'rejected', 'rejected by us', 4);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('headline rule', 'range', 'range across originators', 1),
    ('headline rule', 'newest', 'newest', 2),
    ('headline rule', 'lowest', 'lowest', 3),
    ('headline rule', 'highest', 'highest', 4);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('reliability', 'A', 'completely reliable', 1),
    ('reliability', 'B', 'usually reliable', 2),
    ('reliability', 'C', 'fairly reliable', 3),
    ('reliability', 'D', 'not usually reliable', 4),
    ('reliability', 'E', 'unreliable', 5),
    ('reliability', 'F', 'cannot be judged', 6);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('credibility', '1', 'confirmed', 1),
    ('credibility', '2', 'probably true', 2),
    ('credibility', '3', 'possibly true', 3),
    ('credibility', '4', 'doubtful', 4),
    ('credibility', '5', 'improbable', 5),
    ('credibility', '6', 'cannot be judged', 6);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('tlp', 'RED', 'RED', 1),
    ('tlp', 'AMBER+STRICT', 'AMBER+STRICT', 2),
    ('tlp', 'AMBER', 'AMBER', 3),
    ('tlp', 'GREEN', 'GREEN', 4),
    ('tlp', 'CLEAR', 'CLEAR', 5);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('inbox', 'new', 'new', 1),
    ('inbox', 'used', 'used', 2),
    ('inbox', 'rejected', 'rejected', 3);

INSERT INTO term (vocabulary, code, name, position) VALUES
    ('reason', 'new', 'new', 1),
    ('reason', 'update', 'update', 2),
    ('reason', 'source corrected', 'source corrected', 3),
    ('reason', 'our error', 'our error', 4),
    ('reason', 'merged', 'merged', 5),
    ('reason', 'imported', 'imported', 6);

INSERT INTO setting (name, value) VALUES ('pov', 'un');
