package vn.toam.exchange;

import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;
import static vn.toam.submission.SubmissionPermissions.FORM_PROXY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.collection.CollectionFigures;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.unit.UnitService;

/** For whom the account asking may enter figures: its own unit, and those whose returns it receives (on paper proof; it is audited). */
@Component
class Permitted {

    private final Access access;
    private final CollectionFigures figures;
    private final UnitService units;

    Permitted(Access access, CollectionFigures figures, UnitService units) {
        this.access = access;
        this.figures = figures;
        this.units = units;
    }

    /** Code of the own unit when it is one that the round asks; else blank. */
    String own(Round round) {
        Unit unit = units.find(access.me().unit(), round.geography());
        return unit.level().name().equals(round.level()) ? unit.code() : "";
    }

    /** What may be done for each of {@code everybody}; a few questions whatever their number. */
    Places of(List<Asked> everybody) {
        Set<Integer> receivers = everybody.stream().map(Asked::receiver).collect(Collectors.toCollection(TreeSet::new));
        receivers.removeIf(receiver -> !access.allows(FORM_PROXY, Subject.of(receiver)));
        return new Places(
                everybody, receivers, Set.copyOf(figures.within(access.me().unit())));
    }

    /** The answer for one round. */
    final class Places {

        private final List<Asked> everybody;
        private final Set<Integer> receivers;
        private final Set<Integer> own;
        private final Map<Integer, Boolean> asked = new HashMap<>();

        private Places(List<Asked> everybody, Set<Integer> receivers, Set<Integer> own) {
            this.everybody = everybody;
            this.receivers = receivers;
            this.own = own;
        }

        /** Those a name is looked for among first. */
        List<Asked> near() {
            return everybody.stream()
                    .filter(unit -> receivers.contains(unit.receiver()) || own.contains(unit.unit()))
                    .toList();
        }

        boolean may(Asked unit) {
            return receivers.contains(unit.receiver())
                    || asked.computeIfAbsent(unit.unit(), id -> access.allows(FORM_ENTER, Subject.of(id)));
        }
    }
}
