package vn.toam.register;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Catalog;
import vn.toam.definition.RecordField.Type;
import vn.toam.definition.Register;
import vn.toam.definition.Register.Shape;
import vn.toam.shared.SearchWords;

/**
 * Years of made-up records of one commune like any other, out of those of the demonstration ({@link DemoRecords}): each line comes again and again,
 * its days moved back, its name numbered. Where a record names its unit, villages, agency or other records, a sign stands that is put right for each
 * commune as it is written. Always the same for the same day.
 */
final class MadeUpRecords {

    static final int YEARS = 10;
    static final int YEARLY = 200;

    /** Signs in the text of a record; each is a value that its field allows. */
    static final List<String> VILLAGES = List.of(
            "00000000-0000-7000-8000-0000000000a1",
            "00000000-0000-7000-8000-0000000000a2",
            "00000000-0000-7000-8000-0000000000a3",
            "00000000-0000-7000-8000-0000000000a4");

    static final String AGENCY = "190000001";
    static final String UNIT = "190000002";
    static final String PARENT = "190000003";
    static final String WORD = "Qqqq";

    /** The last part of ids: the unit in twelve digits of sixteen values. */
    static final String OWNER = "f0f0f0f0f0f0";

    /** What does not come again and again within a year. */
    private static final Set<Shape> STANDING = Set.of(Shape.BODY, Shape.PERSON, Shape.TEXT, Shape.YEARLY);

    private static final int YEAR = 365;

    /**
     * A record as every commune has it.
     *
     * @param id all but the last twelve digits
     * @param village which of the commune's villages it lies in, from 1; 0: none
     * @param spans its states with their first days, one after another
     * @param links fields and the ids they name, without the last twelve digits
     */
    record Template(
            String id,
            Register register,
            boolean agency,
            int village,
            LocalDate day,
            String data,
            String name,
            String search,
            String openSearch,
            @Nullable String same,
            boolean file,
            List<Span> spans,
            List<Link> links) {}

    record Span(String state, LocalDate first) {}

    record Link(String field, String target) {}

    private final Catalog catalog;
    private final RecordNames names;
    private final LocalDate today;
    private final List<DemoRecords.Line> lines;
    private final Map<String, Integer> keys = new HashMap<>();

    MadeUpRecords(Catalog catalog, RecordNames names, LocalDate today) throws IOException {
        this.catalog = catalog;
        this.names = names;
        this.today = today;
        this.lines = DemoRecords.lines("/register/demo-commune.yaml");
        for (int at = 0; at < lines.size(); at++) {
            String key = lines.get(at).key();
            if (key != null) {
                keys.put(key, at);
            }
        }
    }

    /** Everything that a commune has: {@link #YEARS} times {@link #YEARLY} records. */
    List<Template> all() {
        List<Template> all = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            for (int no = 0; no < times(at); no++) {
                all.add(new Making(at, no).template());
            }
        }
        return all;
    }

    private boolean standing(int line) {
        return STANDING.contains(register(line).shape());
    }

    private Register register(int line) {
        return catalog.get(Register.class, lines.get(line).register());
    }

    /** How often a line comes: once a year, or as often as is left for it. */
    private int times(int line) {
        if (standing(line)) {
            return YEARS;
        }
        int[] others = java.util.stream.IntStream.range(0, lines.size())
                .filter(each -> !standing(each))
                .toArray();
        int left = YEARS * YEARLY - YEARS * (lines.size() - others.length);
        int place = java.util.Arrays.binarySearch(others, line);
        return left / others.length + (place < left % others.length ? 1 : 0);
    }

    private static String id(int line, int no) {
        return "%04x%04x-0000-7000-8000-".formatted(line, no);
    }

    /** One line for the time {@code no}. */
    private final class Making {

        private final DemoRecords.Line line;
        private final int at;
        private final int no;
        private final LocalDate from;

        Making(int at, int no) {
            this.at = at;
            this.no = no;
            this.line = lines.get(at);
            boolean coming = line.values().values().stream()
                    .anyMatch(value -> value.toString().matches("@\\d+"));
            this.from = today.minusDays((long) no * YEARS * YEAR / times(at) + (coming ? YEAR / 12 : 0));
        }

        Template template() {
            Register register = register(at);
            Map<String, List<String>> typed = new HashMap<>();
            line.values().forEach((name, value) -> DemoRecords.put(typed, name, value, this::sign));
            numbered(register, typed);
            ValueReader reader = new ValueReader(register, catalog);
            Values values = reader.read(typed);
            if (!reader.problems().isEmpty()) {
                throw new IllegalStateException(line.register() + ": " + reader.problems());
            }
            List<String> called = names.words(register, values);
            String village = values.text("village");
            return new Template(
                    id(at, no),
                    register,
                    line.agency() != null,
                    village == null ? 0 : VILLAGES.indexOf(village) + 1,
                    values.day(register.date()).orElseThrow(),
                    values.json(),
                    Objects.requireNonNullElse(values.text(register.title().getFirst()), ""),
                    SearchWords.fold(RecordRules.words(register, values, true, called)),
                    SearchWords.fold(RecordRules.words(register, values, false, called)),
                    RecordRules.same(register, values),
                    line.file() != null,
                    spans(register, values.day(register.date()).orElseThrow()),
                    RecordRules.links(register, values)
                            .map(link -> new Link(
                                    link.field(), link.target().toString().substring(0, 24)))
                            .toList());
        }

        /** Its name, and what else it may not share with those before. */
        private void numbered(Register register, Map<String, List<String>> typed) {
            register.fields().forEach(field -> {
                boolean named = field.id().equals(register.title().getFirst());
                boolean words = field.type() == Type.TEXT || field.type() == Type.PERSON || field.type() == Type.LONG;
                if (named && words) {
                    typed.computeIfPresent(
                            field.id(), (any, text) -> List.of(text.getFirst() + " " + WORD + " " + (no + 1)));
                } else if (field.id().equals("number") && register.unique().contains(field.id())) {
                    typed.computeIfPresent(
                            field.id(), (any, text) -> List.of(text.getFirst().substring(0, 6) + "%04d".formatted(no)));
                }
            });
        }

        private List<Span> spans(Register register, LocalDate day) {
            List<Span> spans = new ArrayList<>();
            spans.add(new Span(register.states().start(), day));
            line.moves()
                    .forEach(move -> spans.add(
                            new Span(move.get(0).toString(), from.plusDays(((Number) move.get(1)).intValue()))));
            return spans;
        }

        private String sign(String text) {
            String rest = text.substring(Math.min(1, text.length()));
            return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
                case '@' -> DemoRecords.day(from, rest).toString();
                case '#' -> VILLAGES.get((Integer.parseInt(rest) - 1) % VILLAGES.size());
                case '&' -> AGENCY;
                case '=' -> {
                    int other = Objects.requireNonNull(keys.get(rest));
                    yield id(other, no * times(other) / times(at)) + OWNER;
                }
                case '^' -> PARENT;
                case '*' -> UNIT;
                default -> text;
            };
        }
    }
}
