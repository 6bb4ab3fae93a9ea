-- What other modules may read of plans in SQL.
create view plan.plan_v as
    select id, unit, lead_agency, upper, status, name_vi, name_en, period_from, period_to, programme_key, demo from plan.plan;
comment on view plan.plan_v is 'Every plan, drafts too: whose it is, the agency that carries it, the plan above it, its name and years, and the programme that it was loaded with. demo: made up.';

create view plan.element_v as
    select id, plan, ref, state, data -> 'text' ->> 'vi' as text_vi, data -> 'text' ->> 'en' as text_en, data ->> 'evidence' as evidence
    from plan.element;
comment on view plan.element_v is 'Every element of a plan: its reference and words, and what shows that it is done. state: SUGGESTED, ACCEPTED or DROPPED.';

create view plan.target_v as select id, plan from plan.target;
comment on view plan.target_v is 'Every target that an issued plan must reach; id: its element.';
