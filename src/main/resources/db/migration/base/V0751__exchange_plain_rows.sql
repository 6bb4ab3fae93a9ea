-- Rows on their way are written once and read once, whole: the database need not understand them.
alter table exchange.line alter column cells type text;
alter table exchange.entry alter column content type text;
