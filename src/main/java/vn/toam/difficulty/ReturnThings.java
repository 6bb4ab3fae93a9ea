package vn.toam.difficulty;

import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Form;
import vn.toam.register.RelatedThings;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** Returns in which a difficulty was met: named by round and unit. */
@Component
class ReturnThings implements RelatedThings {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/\\d{1,9}";

    private final RoundService rounds;
    private final Catalog catalog;
    private final Access access;
    private final Words words;

    ReturnThings(RoundService rounds, Catalog catalog, Access access, Words words) {
        this.rounds = rounds;
        this.catalog = catalog;
        this.access = access;
        this.words = words;
    }

    @Override
    public String kind() {
        return "return";
    }

    @Override
    public Text label() {
        return words.text("difficulty.return.met");
    }

    @Override
    public Optional<Thing> find(String id) {
        if (!id.matches(ID) || !access.allows(FIGURES_READ, Subject.of(unit(id)))) {
            return Optional.empty();
        }
        Text name = rounds.stillOpen(UUID.fromString(id.substring(0, id.indexOf('/'))))
                .map(this::named)
                .orElse(words.text("difficulty.return.of"));
        return Optional.of(new Thing(kind(), id, name, "/collection/forms/" + id));
    }

    private Text named(Round round) {
        Text form = catalog.find(Form.class, round.form()).map(Form::name).orElse(words.text("difficulty.return.of"));
        return new Text(form.vi() + ", " + round.year(), form.en().isBlank() ? "" : form.en() + ", " + round.year());
    }

    private static int unit(String id) {
        return Integer.parseInt(id.substring(id.indexOf('/') + 1));
    }

    @Override
    public boolean open(String id, int unit, @Nullable Integer agency) {
        return unit(id) == unit
                && rounds.stillOpen(UUID.fromString(id.substring(0, id.indexOf('/'))))
                        .isPresent();
    }

    @Override
    public List<Thing> choices(int unit, @Nullable Integer agency, int year) {
        return List.of();
    }
}
