create schema porch;
create table porch.step (n int);
insert into porch.step values (1 / 0);
