-- Fills schema agency from the temporary tables that hold the files of resources/agency, after the units. May run again with newer files: what an
-- installation added or closed itself stays.

select agency.before_loading();

insert into agency.agency_kind
select level, no, kind, body, sector, name, short_name, name_en, coalesce(valid_from, '-infinity'), coalesce(valid_to, 'infinity'),
       coalesce(only_units, ''), coalesce(aliases, '')
from file_agency_kind
on conflict (level, no) do update set kind = excluded.kind, body = excluded.body, sector = excluded.sector, name = excluded.name,
    short_name = excluded.short_name, name_en = excluded.name_en, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
    only_units = excluded.only_units, aliases = excluded.aliases;

insert into agency.agency_kind_succession
select from_level, from_no, to_level, to_no, coalesce(duty, ''), coalesce(duty_en, '') from file_agency_kind_succession
on conflict (from_level, from_no, to_level, to_no) do update set duty = excluded.duty, duty_en = excluded.duty_en;

insert into agency.agency (id, unit, level, no, kind, body, sector, name, short_name, name_en, valid_from, valid_to)
select u.id * 100 + k.no, u.id, u.level, k.no, k.kind, k.body, k.sector, k.name, k.short_name, k.name_en,
       greatest(u.valid_from, k.valid_from), least(u.valid_to, k.valid_to)
from unit.unit_v u join agency.agency_kind k on k.level = u.level
where greatest(u.valid_from, k.valid_from) < least(u.valid_to, k.valid_to)
  and case when k.only_units = '' then true
           when left(k.only_units, 1) = '-' then u.id::text <> all (string_to_array(substr(k.only_units, 2), ' '))
           else u.id::text = any (string_to_array(k.only_units, ' ')) end
on conflict (id) do update set valid_to = least(agency.agency.valid_to, excluded.valid_to), name = excluded.name;

insert into agency.agency_identifier
select agency, code, coalesce(valid_from, '-infinity'), coalesce(valid_to, 'infinity'), verified from file_agency_identifier
on conflict (agency, valid_from) do nothing;

select agency.after_loading();
