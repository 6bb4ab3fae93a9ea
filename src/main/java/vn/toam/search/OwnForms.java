package vn.toam.search;

import static vn.toam.round.RoundPermissions.FORM_REVIEW;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.collection.RoundReader;
import vn.toam.ownform.OwnFormService;
import vn.toam.shared.Me;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Words;

/** Forms that units made for themselves: who made one finds the form, who is asked for one its own return. */
@Component
class OwnForms {

    private static final int ROUNDS = 50;

    private final OwnFormService forms;
    private final RoundReader rounds;
    private final Catalog catalog;
    private final Words messages;

    OwnForms(OwnFormService forms, RoundReader rounds, Catalog catalog, Words messages) {
        this.forms = forms;
        this.rounds = rounds;
        this.catalog = catalog;
        this.messages = messages;
    }

    Stream<SearchHit> search(Me me, SearchWords words) {
        return Stream.concat(made(me, words), asked(me, words));
    }

    private Stream<SearchHit> made(Me me, SearchWords words) {
        if (!me.may(FORM_REVIEW)) {
            return Stream.empty();
        }
        return forms.list(me.unit()).stream()
                .flatMap(own ->
                        SearchService.hits(words, own.form(), own.path() + "#", messages.text("search.ownForm.made")));
    }

    private Stream<SearchHit> asked(Me me, SearchWords words) {
        if (!me.may(FORM_ENTER)) {
            return Stream.empty();
        }
        return rounds.askedAdHoc(me.unit(), ROUNDS).stream()
                .flatMap(round -> SearchService.hits(
                        words,
                        catalog.form(round.form(), round.formVersion()),
                        "/collection/forms/" + round.id() + "/" + me.unit() + "#f_",
                        messages.text(round.period(), round.says())));
    }
}
