package vn.toam.collection;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Passages;
import vn.toam.definition.FieldType;
import vn.toam.submission.FormView;
import vn.toam.submission.TypedReturn;

/** What other modules offer for lines of text of a return. */
@Component
class TextOffers {

    /** Begins what the button says that adds an offer; the line follows. */
    static final String VERB = "offer.";

    private final ObjectProvider<Passages> passages;

    TextOffers(ObjectProvider<Passages> passages) {
        this.passages = passages;
    }

    /** By line; nothing where nothing may be typed. */
    Map<String, Passages.Offer> of(FormView view) {
        Map<String, Passages.Offer> offers = new HashMap<>();
        if (view.editable()) {
            view.form().sections().stream()
                    .flatMap(section -> section.fields().stream())
                    .filter(field -> field.type() == FieldType.TEXT)
                    .forEach(field -> passages.orderedStream()
                            .flatMap(each -> each
                                    .of(
                                            field.id(),
                                            view.unit().id(),
                                            view.round().year())
                                    .stream())
                            .filter(offer -> !view.value(field).contains(offer.text()))
                            .findFirst()
                            .ifPresent(offer -> offers.put(field.id(), offer)));
        }
        return offers;
    }

    /** What was typed, with the offer for a line behind what stands there. */
    TypedReturn taken(FormView view, TypedReturn typed, String line) {
        Passages.Offer offer = of(view).get(line);
        if (offer == null) {
            return typed;
        }
        Map<String, String> figures = new TreeMap<>(typed.figures());
        figures.merge(line, offer.text(), (said, more) -> said.isBlank() ? more : said.stripTrailing() + "\n" + more);
        return new TypedReturn(figures, typed.notes(), figures);
    }
}
