package vn.toam.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toam.agency.AgencyService;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Register;
import vn.toam.document.Documents;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Me;
import vn.toam.shared.Settings;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** Made-up records of the places that the demonstration's accounts sit in, once, dated around today. A real installation never gets any. */
@Component
@Order(100)
class DemoRecords implements ApplicationRunner {

    /** A record of the file; its signs are explained there. */
    record Line(
            String register,
            @Nullable String key,
            @Nullable String agency,
            List<List<Object>> moves,
            @Nullable String file,
            Map<String, Object> values) {

        Line {
            moves = moves == null ? List.of() : moves;
        }
    }

    private static final List<String> COMMUNES = List.of("11629", "07339", "03325", "23317");
    private static final List<String> PROVINCES = List.of("31", "24", "11", "51");
    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

    private final RecordRepository repository;
    private final RecordNames names;
    private final Catalog catalog;
    private final UnitService units;
    private final AgencyService agencies;
    private final Villages villages;
    private final Documents documents;
    private final Settings settings;
    private final Words words;
    private final Clock clock;

    DemoRecords(
            RecordRepository repository,
            RecordNames names,
            Catalog catalog,
            UnitService units,
            AgencyService agencies,
            Villages villages,
            Documents documents,
            Settings settings,
            Words words,
            Clock clock) {
        this.repository = repository;
        this.names = names;
        this.catalog = catalog;
        this.units = units;
        this.agencies = agencies;
        this.villages = villages;
        this.documents = documents;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (settings.demo()) {
            make("/register/demo-commune.yaml", Level.COMMUNE, COMMUNES);
            make("/register/demo-province.yaml", Level.PROVINCE, PROVINCES);
        }
    }

    private void make(String file, Level level, List<String> codes) throws IOException {
        LocalDate today = LocalDate.now(clock);
        List<Line> lines = lines(file);
        for (String code : codes) {
            Unit unit = units.byCode(level, code, today).orElseThrow();
            if (!repository.anyMadeUp(unit.province(), unit.id())) {
                Place place = new Place(unit, today);
                lines.forEach(place::add);
            }
        }
    }

    /** The lines of a file of made-up records. */
    static List<Line> lines(String file) throws IOException {
        try (InputStream in = DemoRecords.class.getResourceAsStream(file)) {
            return new YAMLMapper().readValue(in, LINES);
        }
    }

    /** A day counted from another; {@code y} behind it: the first day of that year. */
    static LocalDate day(LocalDate from, String days) {
        boolean year = days.endsWith("y");
        LocalDate day = from.plusDays(Long.parseLong(year ? days.substring(0, days.length() - 1) : days));
        return year ? day.withDayOfYear(1) : day;
    }

    /** A value of a line as if it had been typed. @param sign what a sign of the file stands for */
    static void put(Map<String, List<String>> typed, String name, Object value, UnaryOperator<String> sign) {
        switch (value) {
            case Map<?, ?> paper -> paper.forEach((part, text) -> put(typed, name + "." + part, text, sign));
            case List<?> list
            when !list.isEmpty() && list.getFirst() instanceof Map -> {
                for (int row = 0; row < list.size(); row++) {
                    put(typed, name + "." + row, list.get(row), sign);
                }
            }
            case List<?> list ->
                typed.put(
                        name,
                        list.stream().map(each -> sign.apply(each.toString())).toList());
            default -> typed.put(name, List.of(sign.apply(value.toString())));
        }
    }

    /** One place with the records made there so far. */
    private final class Place {

        private final Unit unit;
        private final LocalDate today;
        private final List<Village> here;
        private final Me me;
        private final Map<String, UUID> made = new HashMap<>();

        Place(Unit unit, LocalDate today) {
            this.unit = unit;
            this.today = today;
            this.here = unit.level() == Level.COMMUNE ? villages.of(unit.id(), today) : List.of();
            this.me = new Me(new UUID(0, 0), words.text("register.demo.author"), 0, unit.id(), java.util.Set.of());
        }

        void add(Line line) {
            Register register = catalog.get(Register.class, line.register());
            Map<String, List<String>> typed = new HashMap<>();
            line.values().forEach((name, value) -> put(typed, name, value, this::sign));
            ValueReader reader = new ValueReader(register, catalog);
            Values values = reader.read(typed);
            if (!reader.problems().isEmpty()) {
                throw new IllegalStateException(line.register() + ": " + reader.problems());
            }
            RegisterRecord record = record(register, line.agency(), values);
            keep(register, record);
            if (line.key() != null) {
                made.put(line.key(), record.id());
            }
            if (line.file() != null) {
                String text = words.text("register.demo.file").vi();
                UUID file = documents
                        .attach(null, line.file() + "-lam-mau.txt", text.getBytes(StandardCharsets.UTF_8))
                        .id();
                repository.attach(record, file, me.name(), record.madeAt());
            }
            line.moves().forEach(move -> move(record, move));
        }

        private RegisterRecord record(Register register, @Nullable String kind, Values values) {
            LocalDate day = values.day(register.date()).orElseThrow();
            Instant now = clock.instant();
            @Nullable Integer agency = kind == null ? null : Integer.valueOf(agency(kind));
            String village = values.text("village");
            return new RegisterRecord(
                    unit.province(),
                    UUID.randomUUID(),
                    register.id(),
                    register.version(),
                    unit.id(),
                    agency,
                    village == null ? null : UUID.fromString(village),
                    register.states().start(),
                    day,
                    day,
                    values,
                    0,
                    1,
                    RegisterRecord.Source.TYPED,
                    null,
                    null,
                    true,
                    now,
                    now,
                    me.name());
        }

        private void keep(Register register, RegisterRecord record) {
            Values values = record.values();
            UUID id = record.id();
            List<String> called = names.words(register, values);
            repository.add(
                    record,
                    new RecordRepository.Found(
                            java.util.Objects.requireNonNullElse(
                                    values.text(register.title().getFirst()), ""),
                            RecordRules.words(register, values, true, called),
                            RecordRules.words(register, values, false, called),
                            RecordRules.same(register, values)));
            repository.span(unit.province(), id, register.id(), record.state(), record.onDay());
            repository.link(
                    unit.province(), id, RecordRules.links(register, values).toList());
            repository.remember(record, RecordChange.What.MADE, me, "");
        }

        private void move(RegisterRecord record, List<Object> move) {
            RegisterRecord kept =
                    repository.find(record.province(), record.id()).orElseThrow();
            repository.move(
                    kept,
                    move.get(0).toString(),
                    today.plusDays(((Number) move.get(1)).intValue()),
                    me.name(),
                    clock.instant());
            repository.remember(
                    repository.find(record.province(), record.id()).orElseThrow(), RecordChange.What.MOVED, me, "");
        }

        private String sign(String text) {
            String rest = text.substring(Math.min(1, text.length()));
            return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
                case '@' -> day(today, rest).toString();
                case '#' ->
                    here.get((Integer.parseInt(rest) - 1) % here.size()).id().toString();
                case '&' -> String.valueOf(agency(rest));
                case '=' -> java.util.Objects.requireNonNull(made.get(rest)).toString();
                case '^' -> String.valueOf(unit.parent());
                case '*' -> String.valueOf(unit.id());
                default -> text;
            };
        }

        private int agency(String kind) {
            return agencies.ofKind(unit.id(), kind, today).orElseThrow().id();
        }
    }
}
