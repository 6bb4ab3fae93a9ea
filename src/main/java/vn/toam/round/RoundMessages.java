package vn.toam.round;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Form;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** Sentences about a round: what is asked, of which time, until when. */
@Component
public class RoundMessages {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Catalog catalog;
    private final Words words;

    RoundMessages(Catalog catalog, Words words) {
        this.catalog = catalog;
        this.words = words;
    }

    /** The message {@code key}, filled with form, period, last day, remark and name, in this order. */
    public Text text(String key, Round round, String remark, String name) {
        return new Text(said(key, round, remark, name, VIETNAMESE), said(key, round, remark, name, Locale.ENGLISH));
    }

    private String said(String key, Round round, String remark, String name, Locale locale) {
        Form form = catalog.form(round.form(), round.formVersion());
        return words.get(
                locale,
                key,
                form.name().in(locale),
                words.get(locale, round.period(), round.says()),
                round.due(),
                remark,
                name);
    }
}
