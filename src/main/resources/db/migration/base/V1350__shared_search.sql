-- One way to fold what is searched: lower case, no marks (composed or not), đ as d, y as i (Mỹ, Mĩ), no apostrophes, everything else a blank.
-- SearchWords folds what is typed the same way; a test holds the two together.
create function public.searchable(t text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(translate(public.plain(normalize(t, nfc)), 'y''’', 'i'), '[^a-z0-9]+', ' ', 'g'));

-- Does a folded text hold all of SearchWords.words() and SearchWords.patterns(), or any of them? The text stands there a second time without
-- blanks for words typed without them. Words are LIKE patterns, ten times as fast as regular expressions.
create function public.holds(t text, words text[], patterns text[]) returns boolean
    language sql immutable parallel safe
    return (' ' || t || ' ' || replace(t, ' ', '')) like all(words) and t ~ all(patterns);

create function public.touches(t text, words text[], patterns text[]) returns boolean
    language sql immutable parallel safe
    return (' ' || t || ' ' || replace(t, ' ', '')) like any(words) or t ~ any(patterns);

-- How people expect names in a list: a á à ả ã ạ ă …, đ after d, "Thôn 2" before "Thôn 10".
create collation public.vietnamese (provider = icu, locale = 'vi-u-kn-true');
