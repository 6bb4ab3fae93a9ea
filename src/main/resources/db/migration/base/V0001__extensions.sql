-- Search without diacritics, everywhere the same way: lower case, no marks, đ as d.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create function public.plain(t text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, t));
