create schema porch;
create table porch.step as select n from public.ground;
