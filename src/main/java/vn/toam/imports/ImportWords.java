package vn.toam.imports;

import org.springframework.stereotype.Component;
import vn.toam.mapping.ImportPlace;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** A target may say in its own words what this module says of any: {@code exchange.preview.lead} instead of {@code imports.preview.lead}. */
@Component
class ImportWords {

    private static final String OURS = "imports.";

    private final Words words;

    ImportWords(Words words) {
        this.words = words;
    }

    /** The target's own key, where it has one; else the same. */
    String key(ImportPlace place, String key) {
        String own = key.startsWith(OURS) ? place.words() + "." + key.substring(OURS.length()) : key;
        return words.has(own) ? own : key;
    }

    Text text(ImportPlace place, String key) {
        return words.text(key(place, key));
    }
}
