insert into attic.box values (2);
