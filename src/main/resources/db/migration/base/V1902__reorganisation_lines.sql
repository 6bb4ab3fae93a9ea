alter table reorganisation.reorganisation_line rename to line;
