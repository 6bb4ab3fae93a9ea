-- Ids of measures are looked up, never read in order: compared byte by byte, forty of them are found in a third of the time that the rules of
-- Vietnamese sorting take.
alter table indicator.total alter column measure type text collate "C";
