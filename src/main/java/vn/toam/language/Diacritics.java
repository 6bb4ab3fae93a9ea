package vn.toam.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Gives names of documents their diacritics back in a text that has none, as far as the lexicon knows them. */
public final class Diacritics {
    private final Map<String, String> laws = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> phrases;
    private final Map<String, String> codes;

    public Diacritics(Lexicon lexicon) {
        for (String law : lexicon.list("lawNames")) {
            String name = law.replace(",?", ",");
            laws.put(Vi.strip(Vi.key(name)), Vi.capital(name));
        }
        lexicon.list("docTypes").forEach(t -> types.put(Vi.strip(t), t));
        phrases = lexicon.map("plainPhrases");
        codes = lexicon.map("plainCodes");
    }

    /** The kind of document in ordinary spelling. */
    public String type(View view, int start, int end) {
        String written = view.slice(start, end).toLowerCase(Locale.ROOT);
        return Vi.capital(view.plain() ? types.getOrDefault(written, written) : written);
    }

    /** QD-TTg is QĐ-TTg. */
    public String number(View view, String written) {
        if (!view.plain()) {
            return written;
        }
        String number = written;
        for (Map.Entry<String, String> e : codes.entrySet()) {
            number = number.replaceAll("(?<![A-Z])" + e.getKey() + "(?![A-Z])", e.getValue());
        }
        return number;
    }

    /** "Luat Tre em" is Luật Trẻ em. */
    public String name(View view, View.Range r) {
        String written = view.slice(r.start(), r.end());
        if (!view.plain()) {
            return written;
        }
        String key = Vi.key(written);
        for (Map.Entry<String, String> t : types.entrySet()) {
            if (key.startsWith(t.getKey() + " ")) {
                String law = laws.get(key.substring(t.getKey().length() + 1));
                if (law != null) {
                    return Vi.capital(t.getValue()) + " " + law;
                }
            }
        }
        String name = written;
        for (Map.Entry<String, String> e : phrases.entrySet()) {
            name = name.replaceAll("(?i)\\b" + e.getKey() + "\\b", e.getValue());
        }
        return name;
    }
}
