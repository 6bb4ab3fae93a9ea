package vn.toam.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Level;
import vn.toam.geography.Names;
import vn.toam.geography.Share;
import vn.toam.geography.Unit;
import vn.toam.geography.UnitType;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Text;

/**
 * Checks a reorganisation and works out what it does; pure. Every problem names row and column. A cycle cannot arise: a unit whose
 * territory changes ends, and what follows it is always a new unit, whatever code it bears.
 */
final class ReorganisationRules {

    /** A new unit. {@code parent}: code of the unit above on that day, blank for the country. */
    record Target(String code, Level level, String type, String name, int province, String parent, String act) {}

    /** An old unit that goes on: same code, same type, nothing joins or leaves it; perhaps with another spelling. */
    record Kept(Unit unit, String name, String act) {}

    /** A link of a line; {@code target}: code of the new unit. */
    record Linked(
            Line line,
            Unit from,
            Share share,
            String target,
            @Nullable Integer households,
            String act) {}

    /**
     * What is to be done.
     *
     * @param heirs for every unit that ends, the code of the unit that takes over what lies below it; blank: the country
     */
    record Resolved(
            List<Target> targets,
            List<Kept> kept,
            List<Linked> links,
            List<Unit> ended,
            Map<Integer, String> heirs,
            List<Problem> problems) {}

    private static final Map<Level, Set<String>> TYPES = Map.of(
            Level.PROVINCE, Set.of("PROVINCE", "CITY"),
            Level.DISTRICT, Set.of("DISTRICT", "URBAN_DISTRICT", "TOWN_CITY", "TOWN"),
            Level.COMMUNE, Set.of("COMMUNE", "WARD", "TOWNSHIP", "SPECIAL_ZONE"));

    private final Map<String, Unit> before;
    private final Map<Integer, Unit> byId;
    private final List<UnitType> types;
    private final LocalDate on;
    private final boolean districts;
    private final String act;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, List<Linked>> byTarget = new LinkedHashMap<>();
    private final Map<Integer, List<Linked>> byOld = new LinkedHashMap<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Map<Integer, Unit> ended = new LinkedHashMap<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();

    /** @param before every unit of the tree on the day before that a line names by code, and all provinces and districts */
    ReorganisationRules(Collection<Unit> before, List<UnitType> types, LocalDate on, String act) {
        this.before = before.stream().collect(Collectors.toMap(Unit::code, u -> u, (a, b) -> a));
        this.byId = before.stream().collect(Collectors.toMap(Unit::id, u -> u, (a, b) -> a));
        this.districts = before.stream().anyMatch(u -> u.level() == Level.DISTRICT);
        this.types = types;
        this.on = on;
        this.act = act;
    }

    Resolved resolve(List<Line> lines) {
        if (lines.isEmpty()) {
            problems.add(new Problem("file", "reorganisation.problem.empty", List.of()));
        }
        lines.forEach(this::link);
        byOld.values().forEach(this::account);
        Map<String, String[]> named = new HashMap<>();
        byTarget.forEach((code, links) -> named.put(code, nameAndType(code, links)));
        byTarget.forEach((code, links) -> keep(code, links, named.getOrDefault(code, new String[] {"", ""})));
        byOld.values().stream().map(links -> links.getFirst().from()).forEach(unit -> {
            if (!kept.containsKey(unit.code())) {
                ended.put(unit.id(), unit);
            }
        });
        byTarget.forEach((code, links) -> {
            if (!kept.containsKey(code)) {
                target(code, links, named.getOrDefault(code, new String[] {"", ""}));
            }
        });
        twins();
        Map<Integer, String> heirs = new HashMap<>();
        ended.values().forEach(unit -> heirs.put(unit.id(), Objects.requireNonNullElse(heir(unit), "")));
        List<Linked> links = byTarget.entrySet().stream()
                .filter(each -> !kept.containsKey(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .toList();
        return new Resolved(
                List.copyOf(targets.values()),
                List.copyOf(kept.values()),
                links,
                List.copyOf(ended.values()),
                heirs,
                problems);
    }

    private void link(Line line) {
        Share share = ReorganisationTable.share(line.share());
        if (share == null) {
            problem(line, "share", "share", line.share());
        }
        Integer households = households(line);
        Unit from = before.get(code(line.oldCode()));
        if (from == null || from.level() == Level.COUNTRY) {
            problem(line, "oldCode", line.oldCode().isBlank() ? "old.missing" : "old", line.oldCode(), on.minusDays(1));
            return;
        }
        String target = code(line.newCode());
        if (target.isEmpty()) {
            if (from.level() == Level.DISTRICT) {
                byOld.computeIfAbsent(from.id(), id -> new ArrayList<>())
                        .add(new Linked(line, from, Share.FULL, "", null, ""));
            } else {
                problem(line, "newCode", "new.missing", from.fullName());
            }
        } else if (ReorganisationTable.level(target) == null) {
            problem(line, "newCode", "code", line.newCode());
        } else {
            Linked link = new Linked(
                    line,
                    from,
                    share == null ? Share.FULL : share,
                    target,
                    households,
                    line.act().isBlank() ? act : line.act());
            byOld.computeIfAbsent(from.id(), id -> new ArrayList<>()).add(link);
            byTarget.computeIfAbsent(target, id -> new ArrayList<>()).add(link);
        }
    }

    /** Every old unit goes whole to one, or in parts of which exactly one takes what remains; no link twice. */
    private void account(List<Linked> links) {
        Linked first = links.getFirst();
        if (links.size() == 1 && first.share() != Share.FULL) {
            problem(first.line(), "share", "rest", first.from().fullName());
        }
        if (links.size() > 1) {
            Set<String> seen = new HashSet<>();
            for (Linked link : links) {
                if (!seen.add(link.target())) {
                    problem(link.line(), "newCode", "twice", link.from().fullName(), link.target());
                }
                if (link.share() == Share.FULL) {
                    problem(link.line(), "share", "full", link.from().fullName(), links.size());
                }
            }
            long rest = links.stream().filter(l -> l.share() == Share.REMAINDER).count();
            if (rest != 1) {
                problem(first.line(), "share", "remainder", first.from().fullName(), rest);
            }
            long known = links.stream().filter(l -> l.households() != null).count();
            if (known > 0 && known < links.size()) {
                links.stream()
                        .filter(l -> l.households() == null)
                        .forEach(l -> problem(
                                l.line(),
                                "households",
                                "households.some",
                                l.from().fullName()));
            }
        }
    }

    /** Name and type key of a new unit, from whichever of its lines gives them; blank after a problem. */
    private String[] nameAndType(String code, List<Linked> links) {
        Level level = Objects.requireNonNull(ReorganisationTable.level(code));
        Unit same = before.get(code);
        String name = "";
        String type = "";
        for (Linked link : links) {
            String[] typed = typed(level, link.line());
            String written = typed[0];
            String kind = typed[1];
            if (!name.isEmpty() && !written.isEmpty() && !name.equals(written)
                    || !type.isEmpty() && !kind.isEmpty() && !type.equals(kind)) {
                problem(
                        link.line(),
                        "newName",
                        "names",
                        code,
                        label(type) + " " + name,
                        links.getFirst().line().row());
            }
            name = name.isEmpty() ? written : name;
            type = type.isEmpty() ? kind : type;
        }
        if (same != null && links.stream().anyMatch(l -> l.from().id() == same.id())) {
            type = type.isEmpty() ? same.type() : type;
            name = name.isEmpty() ? same.name() : name;
        }
        Line first = links.getFirst().line();
        if (name.isEmpty()) {
            problem(first, "newName", "name", code);
        }
        if (type.isEmpty()) {
            problem(first, "newType", "type.missing", code, labels(level));
        }
        return new String[] {name, type};
    }

    /** Name and type key that one line gives, each perhaps blank. */
    private String[] typed(Level level, Line line) {
        String written = line.newName().strip();
        String kind = typeOf(level, line.newType());
        if (!line.newType().isBlank() && kind.isEmpty()) {
            problem(line, "newType", "type", line.newType(), labels(level));
        }
        String begins = beginning(level, written);
        return new String[] {
            begins.isEmpty()
                    ? written
                    : written.substring(label(begins).length()).strip(),
            kind.isEmpty() ? begins : kind
        };
    }

    private void keep(String code, List<Linked> links, String[] named) {
        Linked only = links.getFirst();
        if (links.size() == 1
                && only.from().code().equals(code)
                && only.from().type().equals(named[1])
                && byOld.getOrDefault(only.from().id(), List.of()).size() == 1) {
            if (!only.line().parent().isBlank()) {
                problem(only.line(), "parent", "parent.kept", only.from().fullName());
            }
            kept.put(code, new Kept(only.from(), named[0], only.act()));
        }
    }

    private void target(String code, List<Linked> links, String[] named) {
        Linked first = links.getFirst();
        Unit bearer = before.get(code);
        if (bearer != null && !ended.containsKey(bearer.id())) {
            problem(first.line(), "newCode", "taken", code, bearer.fullName());
        }
        Set<Integer> provinces = links.stream().map(l -> l.from().province()).collect(Collectors.toSet());
        if (provinces.size() > 1) {
            problem(first.line(), "oldCode", "provinces", code);
        }
        Level level = Objects.requireNonNull(ReorganisationTable.level(code));
        targets.put(
                code,
                new Target(
                        code, level, named[1], named[0], first.from().province(), parent(level, links), first.act()));
    }

    /** Code of the unit above a new one: as typed, or where all its old units lie once this has happened. */
    private String parent(Level level, List<Linked> links) {
        Line first = links.getFirst().line();
        List<String> typed = links.stream()
                .map(l -> code(l.line().parent()))
                .filter(c -> !c.isEmpty())
                .distinct()
                .toList();
        if (level == Level.PROVINCE) {
            return "";
        }
        if (!typed.isEmpty()) {
            Level over = ReorganisationTable.level(typed.getFirst());
            boolean there = byTarget.containsKey(typed.getFirst()) || goesOn(before.get(typed.getFirst()));
            if (typed.size() > 1 || !there || over == null || over.compareTo(level) >= 0) {
                problem(first, "parent", "parent", String.join(", ", typed));
            }
            return typed.getFirst();
        }
        Set<String> found = new HashSet<>();
        links.forEach(l -> found.add(Objects.requireNonNullElse(heir(above(l.from())), "")));
        if (found.size() != 1 || found.contains("")) {
            problem(first, "parent", "parent.missing", links.getFirst().target());
            return "";
        }
        return found.iterator().next();
    }

    private boolean goesOn(@Nullable Unit unit) {
        return unit != null && !ended.containsKey(unit.id());
    }

    private @Nullable Unit above(Unit unit) {
        return unit.parent() == null ? null : byId.get(unit.parent());
    }

    /** Code of the unit that stands in a unit's place: itself, its only or main successor of the same level, or what stands above. */
    private @Nullable String heir(@Nullable Unit unit) {
        if (unit == null || unit.level() == Level.COUNTRY) {
            return null;
        }
        if (!ended.containsKey(unit.id())) {
            return unit.code();
        }
        return byOld.getOrDefault(unit.id(), List.of()).stream()
                .filter(l -> l.share() != Share.PART && ReorganisationTable.level(l.target()) == unit.level())
                .map(Linked::target)
                .findFirst()
                .orElseGet(() -> heir(above(unit)));
    }

    /** Two units of one name under the same parent. */
    private void twins() {
        Map<String, Target> seen = new HashMap<>();
        targets.forEach((code, target) -> {
            Target twin = seen.put(target.parent() + target.type() + Names.key(target.name()) + target.name(), target);
            List<Linked> links = byTarget.getOrDefault(code, List.of());
            if (twin != null && !links.isEmpty() && !target.name().isEmpty()) {
                problem(links.getFirst().line(), "newName", "twin", target.name(), twin.code());
            }
        });
    }

    private @Nullable Integer households(Line line) {
        String digits = line.households().replaceAll("[.\\s]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("\\d{1,8}")) {
            problem(line, "households", "households", line.households());
            return null;
        }
        return Integer.valueOf(digits);
    }

    private void problem(Line line, String column, String key, @Nullable Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(line.row()));
        Stream.of(arguments).map(each -> each == null ? "" : each).forEach(all::add);
        problems.add(new Problem(column + "-" + line.row(), "reorganisation.problem." + key, all));
    }

    /** Spreadsheets drop leading zeros: put back where that leaves no doubt. */
    private String code(String typed) {
        String code = typed.strip();
        boolean commune = code.matches("\\d{4}") || code.matches("\\d{3}") && !districts;
        return commune ? "0".repeat(5 - code.length()) + code : code.matches("\\d") ? "0" + code : code;
    }

    private String typeOf(Level level, String typed) {
        return types(level)
                .filter(type -> type.key().equalsIgnoreCase(typed.strip())
                        || type.label().vi().equalsIgnoreCase(typed.strip()))
                .findFirst()
                .map(UnitType::key)
                .orElse("");
    }

    private String beginning(Level level, String name) {
        return types(level)
                .filter(type -> name.toLowerCase(Locale.ROOT)
                        .startsWith(type.label().vi().toLowerCase(Locale.ROOT) + " "))
                .findFirst()
                .map(UnitType::key)
                .orElse("");
    }

    private Stream<UnitType> types(Level level) {
        return types.stream().filter(type -> TYPES.getOrDefault(level, Set.of()).contains(type.key()));
    }

    private String labels(Level level) {
        return types(level)
                .map(type -> type.label().vi().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private String label(String key) {
        return types.stream()
                .filter(type -> type.key().equals(key))
                .map(UnitType::label)
                .map(Text::vi)
                .findFirst()
                .orElse("");
    }
}
