-- What other modules may read of rounds in SQL.
create view round.round_v as
    select id, form, form_version, year, part, scope, level, rule_set, geography, opens, cut_off, due, closed_at, occasion, demo
    from round.round;
comment on view round.round_v is 'Every round: the form that it asks for, its year and part of the year (0: the whole), the place and level that are asked, the day whose units and names hold, its dates; occasion: why it asks beside the yearly rounds, null: it is one of them.';
