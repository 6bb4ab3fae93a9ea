-- One way to fold what is searched: lower case, no marks (composed or not), đ as d, y as i (Mỹ, Mĩ), no apostrophes, everything else a blank.
-- SearchWords folds what is typed the same way; a test holds the two together.
create function public.searchable(t text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(translate(public.plain(normalize(t, nfc)), 'y''’', 'i'), '[^a-z0-9]+', ' ', 'g'));

-- How people expect names in a list: a á à ả ã ạ ă …, đ after d, "Thôn 2" before "Thôn 10".
create collation public.vietnamese (provider = icu, locale = 'vi-u-kn-true');
