package vn.toam.village;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.definition.CodeList.Code;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.sheet.Folded;
import vn.toam.unit.Geographies;

/** Holds a table against the villages that a commune has: which rows are new, the same, changed, doubtful or wrong. A blank cell changes nothing. */
@Component
class VillageComparison {

    private final VillageRepository repository;
    private final VillageRules rules;
    private final VillageKinds kinds;
    private final Villages villages;
    private final Geographies geographies;
    private final Words words;
    private final Clock clock;

    VillageComparison(
            VillageRepository repository,
            VillageRules rules,
            VillageKinds kinds,
            Villages villages,
            Geographies geographies,
            Words words,
            Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.kinds = kinds;
        this.villages = villages;
        this.geographies = geographies;
        this.words = words;
        this.clock = clock;
    }

    /** What there is to compare with. @param seen names of rows above, with their place */
    private record Kept(
            List<Village> current, List<Village> ended, Map<UUID, VillageHeads> heads, Map<String, Integer> seen) {}

    /** What a row says, and what is wrong with it. */
    private record Said(String kind, String name, Set<Area> areas, VillageHeads heads, List<Problem> problems) {}

    List<VillageImportRow> compare(int unit, VillageImport.Given given) {
        int province = geographies.province(unit);
        LocalDate today = LocalDate.now(clock);
        List<Village> all = repository.inUnits(province, List.of(unit));
        List<Village> current = all.stream()
                .filter(village -> village.validity().to().isAfter(today))
                .filter(village -> village.validity().last() == null)
                .toList();
        Set<UUID> living = current.stream().map(Village::id).collect(Collectors.toSet());
        Map<UUID, VillageHeads> heads = repository.headsOf(province, living).stream()
                .collect(Collectors.toMap(VillageHeads.Of::village, VillageHeads.Of::heads));
        List<Village> ended =
                all.stream().filter(village -> !living.contains(village.id())).toList();
        Kept kept = new Kept(current, ended, heads, new HashMap<>());
        List<VillageImportRow> rows = new ArrayList<>();
        Set<UUID> meant = new HashSet<>();
        for (VillageTable.Line line : given.lines()) {
            rows.add(row(rows.size(), line, given, kept, meant));
        }
        return rows;
    }

    private VillageImportRow row(
            int at, VillageTable.Line line, VillageImport.Given given, Kept kept, Set<UUID> meant) {
        Said said = said(line, given, kept);
        String choice = given.choices().getOrDefault(at, "");
        if (choice.equals(VillageImport.SKIP)) {
            kept.seen().remove(named(said.kind(), said.name()), line.row());
            return of(at, choice, line, said, VillageImportRow.State.SKIPPED, null, kept, List.of(), List.of());
        }
        if (!said.problems().isEmpty()) {
            return of(at, choice, line, said, VillageImportRow.State.WRONG, null, kept, List.of(), List.of());
        }
        String full = kinds.fullName(said.kind(), said.name()).vi();
        VillageMatch match = villages.match(kept.current(), full);
        Optional<Village> exact = match.exact() ? match.one() : Optional.empty();
        Optional<Village> chosen = match.villages().stream()
                .filter(village -> village.id().toString().equals(choice))
                .findFirst();
        Village village = exact.or(() -> chosen).orElse(null);
        if (village != null && !meant.add(village.id())) {
            said.problems()
                    .add(placed(given, line, VillageTable.Column.NAME, "village.table.twice", village.fullName()));
            return of(at, choice, line, said, VillageImportRow.State.WRONG, null, kept, List.of(), List.of());
        }
        return village == null
                ? fresh(at, choice, line, said, kept, match)
                : known(at, choice, line, said, kept, village, chosen.isPresent() ? match.villages() : List.of());
    }

    /** The row is about a village that is there. */
    private VillageImportRow known(
            int at, String choice, VillageTable.Line line, Said said, Kept kept, Village village, List<Village> alike) {
        List<Text> changes =
                changes(village, said, Objects.requireNonNull(kept.heads().get(village.id())));
        VillageImportRow.State state = changes.isEmpty() ? VillageImportRow.State.SAME : VillageImportRow.State.CHANGED;
        return of(at, choice, line, said, state, village, kept, changes, alike);
    }

    /** The row is about a village that is not there, unless it only reads otherwise. */
    private VillageImportRow fresh(
            int at, String choice, VillageTable.Line line, Said said, Kept kept, VillageMatch match) {
        List<Text> doubts = doubts(said, match, kept);
        boolean doubtful = !doubts.isEmpty() && !choice.equals(VillageImport.NEW);
        return of(
                at,
                choice,
                line,
                said,
                doubtful ? VillageImportRow.State.DOUBTFUL : VillageImportRow.State.NEW,
                null,
                kept,
                doubtful ? doubts : List.of(),
                doubts.isEmpty() ? List.of() : match.villages());
    }

    private List<Text> doubts(Said said, VillageMatch match, Kept kept) {
        List<Text> doubts = new ArrayList<>();
        if (!match.none()) {
            doubts.add(words.text(
                    "village.table.alike",
                    match.villages().stream().map(v -> v.fullName().vi()).collect(Collectors.joining(", "))));
        }
        String key = VillageName.of(said.name()).key();
        kept.ended().stream()
                .filter(village -> village.kind().equals(said.kind()))
                .filter(village -> VillageName.of(village.name()).key().equals(key))
                .findFirst()
                .ifPresent(village -> doubts.add(words.text(
                        "village.table.ended",
                        village.fullName(),
                        village.validity().last())));
        return doubts;
    }

    private Said said(VillageTable.Line line, VillageImport.Given given, Kept kept) {
        List<Problem> problems = new ArrayList<>();
        VillageName written = VillageName.of(line.at(VillageTable.Column.NAME));
        String kind = kind(line, given, written, problems);
        String name = written.written();
        if (problems.isEmpty()) {
            try {
                name = rules.name(kind, name).written();
            } catch (Rejected rejected) {
                placed(given, line, rejected.problems(), problems);
            }
        }
        Integer first = kept.seen().putIfAbsent(named(kind, name), line.row());
        if (first != null && problems.isEmpty()) {
            problems.add(placed(given, line, VillageTable.Column.NAME, "village.table.repeated", first));
        }
        return new Said(kind, name, areas(line, given, problems), heads(line, given, problems), problems);
    }

    private static String named(String kind, String name) {
        return kind + " " + VillageName.of(name).key();
    }

    /** As a column of its own says, as the name begins, or as was said for the whole table. */
    private String kind(
            VillageTable.Line line, VillageImport.Given given, VillageName written, List<Problem> problems) {
        String typed = Folded.of(line.at(VillageTable.Column.KIND));
        if (!typed.isEmpty()) {
            Optional<Code> named = kinds.all().stream()
                    .filter(kind -> Folded.of(kind.name().vi()).equals(typed)
                            || typed.equals("tdp") && kind.code().equals("TO_DAN_PHO"))
                    .findFirst();
            if (named.isEmpty()) {
                problems.add(placed(
                        given,
                        line,
                        VillageTable.Column.KIND,
                        "village.table.kind.unknown",
                        line.at(VillageTable.Column.KIND),
                        kinds.all().stream().map(kind -> kind.name().vi()).collect(Collectors.joining(", "))));
            }
            return named.map(Code::code).orElse("");
        }
        String kind = written.kind(kinds.all()).map(Code::code).orElse(given.kind());
        if (kind.isBlank()) {
            problems.add(
                    placed(given, line, VillageTable.Column.NAME, "village.table.kind.missing", written.written()));
        }
        return kind;
    }

    private Set<Area> areas(VillageTable.Line line, VillageImport.Given given, List<Problem> problems) {
        String typed = line.at(VillageTable.Column.AREA);
        String folded = Folded.of(typed);
        Set<Area> areas = EnumSet.noneOf(Area.class);
        if (folded.isEmpty() || folded.matches("khong|binh thuong")) {
            return areas;
        }
        if (folded.matches(".*(dac biet kho khan|dbkk).*")) {
            areas.add(Area.ESPECIALLY_DIFFICULT);
        }
        if (folded.contains("bien gioi")) {
            areas.add(Area.BORDER);
        }
        if (folded.matches(".*\\b(hai dao|dao)\\b.*")) {
            areas.add(Area.ISLAND);
        }
        if (folded.matches(".*(mien nui|vung cao).*")) {
            areas.add(Area.MOUNTAIN);
        }
        if (areas.isEmpty()) {
            problems.add(placed(given, line, VillageTable.Column.AREA, "village.table.area", typed));
        }
        return areas;
    }

    private VillageHeads heads(VillageTable.Line line, VillageImport.Given given, List<Problem> problems) {
        Integer households = null;
        try {
            households = VillageTyped.households(
                    line.at(VillageTable.Column.HOUSEHOLDS).replaceAll("(?iu)\\s*(hộ|ho)\\.?$", ""));
        } catch (Rejected rejected) {
            placed(given, line, rejected.problems(), problems);
        }
        VillageHeads heads = new VillageHeads(
                line.at(VillageTable.Column.HEAD),
                phone(line.at(VillageTable.Column.HEAD_PHONE)),
                line.at(VillageTable.Column.FRONT_HEAD),
                phone(line.at(VillageTable.Column.FRONT_PHONE)),
                households,
                0);
        placed(given, line, rules.heads(heads), problems);
        return heads;
    }

    /** A spreadsheet drops the zero that every phone number begins with. */
    private static String phone(String typed) {
        return typed.matches("[1-9]\\d{8}") ? "0" + typed : typed;
    }

    private List<Text> changes(Village village, Said said, VillageHeads was) {
        List<Text> changes = new ArrayList<>();
        VillageHeads now = merged(was, said.heads());
        change(changes, "village.head", was.head(), now.head());
        change(changes, "village.phone.head", was.headPhone(), now.headPhone());
        change(changes, "village.frontHead", was.frontHead(), now.frontHead());
        change(changes, "village.phone.front", was.frontPhone(), now.frontPhone());
        change(changes, "village.households", written(was.households()), written(now.households()));
        if (!said.areas().isEmpty() && !said.areas().equals(village.areas())) {
            changes.add(words.text("village.table.areas"));
        }
        return changes;
    }

    private static String written(@Nullable Integer number) {
        return number == null ? "" : String.valueOf(number);
    }

    private void change(List<Text> changes, String label, String was, String now) {
        if (!was.equals(now)) {
            changes.add(words.text("village.table.change", words.text(label), was.isEmpty() ? "–" : was, now));
        }
    }

    private static VillageHeads merged(VillageHeads was, VillageHeads said) {
        return new VillageHeads(
                said.head().isEmpty() ? was.head() : said.head(),
                said.headPhone().isEmpty() ? was.headPhone() : said.headPhone(),
                said.frontHead().isEmpty() ? was.frontHead() : said.frontHead(),
                said.frontPhone().isEmpty() ? was.frontPhone() : said.frontPhone(),
                said.households() == null ? was.households() : said.households(),
                was.version());
    }

    private VillageImportRow of(
            int at,
            String choice,
            VillageTable.Line line,
            Said said,
            VillageImportRow.State state,
            @Nullable Village village,
            Kept kept,
            List<Text> notes,
            List<Village> candidates) {
        VillageHeads was = village == null ? null : kept.heads().get(village.id());
        return new VillageImportRow(
                at,
                line,
                choice,
                state,
                said.kind(),
                said.name(),
                said.kind().isEmpty() ? Text.of(said.name()) : kinds.fullName(said.kind(), said.name()),
                village != null && said.areas().isEmpty() ? village.areas() : said.areas(),
                village,
                was,
                was == null ? said.heads() : merged(was, said.heads()),
                notes,
                candidates,
                said.problems());
    }

    private void placed(
            VillageImport.Given given, VillageTable.Line line, Collection<Problem> found, List<Problem> problems) {
        found.forEach(problem -> problems.add(placed(
                given,
                line,
                switch (problem.field()) {
                    case "kind" -> VillageTable.Column.KIND;
                    case "head" -> VillageTable.Column.HEAD;
                    case "headPhone" -> VillageTable.Column.HEAD_PHONE;
                    case "frontHead" -> VillageTable.Column.FRONT_HEAD;
                    case "frontPhone" -> VillageTable.Column.FRONT_PHONE;
                    case "households" -> VillageTable.Column.HOUSEHOLDS;
                    default -> VillageTable.Column.NAME;
                },
                problem.key(),
                problem.arguments().toArray())));
    }

    /** What is wrong, after the place where it stands: file, sheet, row and column. */
    private Problem placed(
            VillageImport.Given given,
            VillageTable.Line line,
            VillageTable.Column column,
            String key,
            Object... arguments) {
        Text file = given.file().isEmpty() ? words.text("village.table.pasted") : Text.of(given.file());
        Text where = line.sheet().isEmpty()
                ? words.text("village.table.place", file, line.row(), words.text("village.Column." + column))
                : words.text(
                        "village.table.place.sheet",
                        file,
                        line.sheet(),
                        line.row(),
                        words.text("village.Column." + column));
        return new Problem("", "village.table.wrong", List.of(where, words.text(key, arguments)));
    }
}
