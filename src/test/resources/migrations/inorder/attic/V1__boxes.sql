create schema attic;
create table attic.box as select n from porch.step;
