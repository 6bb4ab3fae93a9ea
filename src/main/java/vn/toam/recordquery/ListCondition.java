package vn.toam.recordquery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordCount;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.shared.BadRequest;
import vn.toam.shared.SearchWords;

/** What the address of a list narrows it to, as a condition on its records. */
final class ListCondition {

    /** State of a list that means: not closed. */
    static final String OPEN = "open";

    /** State of a list that means: something is due. */
    static final String OVERDUE = "overdue";

    /** Which words of records may be searched. */
    enum Find {
        ALL,
        /** All of the unit's records and of the agency's own; of others those that name nobody. */
        OWN,
        /** Those that name nobody. */
        OPEN
    }

    private final Register register;
    private final RecordQuery query;
    private final LocalDate today;
    private Condition condition = new Condition();

    ListCondition(Register register, RecordQuery query, LocalDate today) {
        this.register = register;
        this.query = query;
        this.today = today;
    }

    Condition condition() {
        return condition;
    }

    /** Exactly the records behind a figure. @param counting the register that counts, this one or another */
    void counted(Register counting, RecordCount count) {
        LocalDate last = query.to() == null ? today : query.to();
        LocalDate first = query.from() == null ? last.withDayOfYear(1) : query.from();
        if (count.through() == null
                || counting.field(count.through()).orElseThrow().register() == null) {
            condition = CountRepository.window(register, count, first, last);
            if (count.proven()) {
                condition.and("r.files > 0");
            }
        } else {
            Condition window = CountRepository.window(new Condition("w"), counting, count, first, last);
            condition.where(register, "r", count.whose());
            condition.and(
                    """
                    r.id in (select l.target from register.record_v r join register.link_v l on l.province = r.province and l.record = r.id
                    where r.province = :province and r.register = :counting and r.merged_into is null and l.field = :through%s%s)""".formatted(count.proven() ? " and r.files > 0" : "", window.sql()),
                    "counting",
                    counting.id(),
                    "through",
                    count.through());
            window.parameters().forEach((name, value) -> condition.parameters().put(name, value));
        }
    }

    /** @param people false: fields that describe people narrow nothing */
    void narrowed(boolean people) {
        state(query.state());
        query.codes().forEach((field, code) -> {
            RecordField asked = register.field(field).orElseThrow(() -> new BadRequest("field"));
            boolean listed = asked.type() == RecordField.Type.CODE || asked.type() == RecordField.Type.VILLAGE;
            if (!listed || asked.personal() && !people) {
                throw new BadRequest("field");
            }
            condition.where(register, "r", Map.of(field, List.of(code)));
        });
        if (query.year() != null) {
            LocalDate first = LocalDate.of(query.year(), 1, 1);
            condition.and(
                    "r.on_day between :yearFirst and :yearLast",
                    "yearFirst",
                    first,
                    "yearLast",
                    first.plusYears(1).minusDays(1));
        }
        if (query.count().isEmpty() && query.from() != null) {
            condition.and("r.on_day >= :dayFirst", "dayFirst", query.from());
        }
        if (query.count().isEmpty() && query.to() != null) {
            condition.and("r.on_day <= :dayLast", "dayLast", query.to());
        }
        if (query.unproven() && register.evidence() != null) {
            condition.and(RecordListRepository.UNPROVEN);
        }
    }

    private void state(String state) {
        Lifecycle states = register.states();
        if (state.isEmpty()) {
            return;
        }
        if (state.equals(OPEN)) {
            String[] open = states.states().stream()
                    .filter(each -> !each.closed())
                    .map(Lifecycle.State::id)
                    .toArray(String[]::new);
            condition.and("r.state = any(:open)", "open", open);
        } else if (state.equals(OVERDUE)) {
            condition.and(overdue(condition, register, today));
        } else if (states.derived(state).isPresent()) {
            condition.and(condition.is(states.derived(state).orElseThrow(), today));
        } else if (states.state(state).isPresent()) {
            condition.and("r.state = :state", "state", state);
        } else {
            throw new BadRequest("state");
        }
    }

    /** SQL that is true of a record on which something is due. */
    static String overdue(Condition condition, Register register, LocalDate today) {
        return register.states().derived().stream()
                .filter(derived -> derived.rule() == Lifecycle.Rule.PAST)
                .map(derived -> condition.is(derived, today))
                .reduce((one, other) -> one + " or " + other)
                .map(any -> "(" + any + ")")
                .orElse("false");
    }

    /** @param wide records of a whole province are looked through: an index on their words goes ahead */
    void words(SearchWords words, Find find, int agency, boolean wide) {
        if (!words.isEmpty()) {
            String text = switch (find) {
                case ALL -> "r.search";
                case OWN -> "case when r.agency is null or r.agency = :mine then r.search else r.open_search end";
                case OPEN -> "r.open_search";
            };
            if (wide) {
                condition.and(RecordListRepository.INDEXED, "lexemes", words.lexemes());
            }
            condition.and("public.holds(" + text + ", :words, :patterns)", "mine", agency);
            condition.parameters().putAll(words.parameters());
        }
    }

    void ownAgency(int agency) {
        condition.and("(r.agency is null or r.agency = :mine)", "mine", agency);
    }
}
