-- What other modules may read of rounds and returns in SQL. Said with the province wherever there is one: then one part of the table is read.
create view collection.round_v as select id, form, form_version, year, part, geography from collection.round;
comment on view collection.round_v is 'Every round: the form that it asks for, its year and part of the year (0: the whole), and the day whose units and names hold.';

create view collection.submission_v as
    select province, id, round, form, year, part, unit, above, receiver, status, figures, notes, narrative, version, sent_at, changed_at,
        accepted, counted, received, ad_hoc
    from collection.submission;
comment on view collection.submission_v is 'Every return that is asked of a unit. above: it and the units over it on the day of the round, the country last; figures: as they stand; accepted: those that count, null: none do; received: it was sent or counts; ad_hoc: asked for once, counts for no indicator.';

create view collection.step_v as select province, submission, at, action from collection.step;
comment on view collection.step_v is 'Every step of a return: what was done when.';
