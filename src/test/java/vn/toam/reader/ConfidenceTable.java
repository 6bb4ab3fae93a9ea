package vn.toam.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import vn.toam.language.Vi;

/** How much of what a reading gives with what confidence is right, by kind; compared with annotations as their scorer compares. */
final class ConfidenceTable {
    static final List<String> KINDS =
            List.of("header", "citations", "targets", "agencies", "deadlines", "events", "sections", "taskGroups");

    /** Right and all findings of one kind and one band of confidence. */
    record Count(int right, int all) {
        Count plus(boolean hit) {
            return new Count(right + (hit ? 1 : 0), all + 1);
        }

        boolean nineInTen() {
            return right * 10 >= all * 9;
        }
    }

    private static final Count NONE = new Count(0, 0);
    private static final List<String> HEADER =
            List.of("issuer", "docType", "number", "date", "title", "periodFrom", "periodTo");

    /** Lower end of the band of confidence → kind → count. */
    private final Map<Double, Map<String, Count>> bands = new TreeMap<>((a, b) -> Double.compare(b, a));

    /** Adds a reading; without marks, names and titles are not compared. */
    void add(JsonNode gold, JsonNode read, boolean plain) {
        for (String kind : KINDS) {
            boolean words =
                    List.of("header", "agencies", "sections", "taskGroups").contains(kind);
            if (!(plain && words)) {
                switch (kind) {
                    case "header" -> header(gold, read);
                    case "agencies" -> count(kind, roles(gold), roles(read), ConfidenceTable::sameRole);
                    case "sections" -> count(kind, flat(gold), flat(read), ConfidenceTable::sameSection);
                    case "citations" -> count(kind, list(gold, kind), list(read, kind), ConfidenceTable::sameCitation);
                    case "targets" -> count(kind, list(gold, kind), list(read, kind), ConfidenceTable::sameTarget);
                    case "deadlines" -> count(kind, list(gold, kind), list(read, kind), ConfidenceTable::sameDeadline);
                    case "events" -> count(kind, list(gold, kind), list(read, kind), ConfidenceTable::sameEvent);
                    default -> count(kind, list(gold, kind), list(read, kind), ConfidenceTable::sameGroup);
                }
            }
        }
    }

    Count sure(String kind) {
        return bands.getOrDefault(0.9, Map.of()).getOrDefault(kind, NONE);
    }

    private void count(String kind, List<JsonNode> gold, List<JsonNode> read, BiPredicate<JsonNode, JsonNode> same) {
        List<JsonNode> left = new ArrayList<>(read);
        List<JsonNode> binding = new ArrayList<>(gold);
        binding.sort((a, b) -> Boolean.compare(
                a.path("optional").asBoolean(false), b.path("optional").asBoolean(false)));
        for (JsonNode g : binding) {
            left.stream().filter(p -> same.test(g, p)).findFirst().ifPresent(hit -> {
                left.remove(hit);
                count(kind, hit.path("confidence").asDouble(1), true);
            });
        }
        left.forEach(wrong -> count(kind, wrong.path("confidence").asDouble(1), false));
    }

    private void count(String kind, double confidence, boolean right) {
        double band = confidence >= 0.9 ? 0.9 : confidence >= 0.7 ? 0.7 : 0;
        bands.computeIfAbsent(band, b -> new LinkedHashMap<>()).merge(kind, NONE.plus(right), (a, b) -> a.plus(right));
    }

    private void header(JsonNode gold, JsonNode read) {
        for (String field : HEADER) {
            JsonNode given = read.path(field);
            if (!given.isNull() && !given.isMissingNode()) {
                String a = key(gold.path(field));
                String b = key(given);
                boolean title = field.equals("title") && !a.isEmpty() && (a.startsWith(b) || b.startsWith(a));
                double confidence =
                        read.path("headerSpans").path(field).path("confidence").asDouble(1);
                count("header", confidence, a.equals(b) || title);
            }
        }
    }

    /** The table as it stands in docs/reading.md. */
    String markdown() {
        StringBuilder out = new StringBuilder("| confidence |");
        KINDS.forEach(k -> out.append(' ')
                .append(k.equals("taskGroups") ? "task groups" : k)
                .append(" |"));
        out.append("\n|").append("---|".repeat(KINDS.size() + 1)).append('\n');
        bands.forEach((band, counts) -> {
            out.append(band == 0.9 ? "| 0.9 and more |" : band == 0.7 ? "| 0.7 to 0.9 |" : "| below 0.7 |");
            KINDS.forEach(k -> {
                Count c = counts.getOrDefault(k, NONE);
                out.append(c.all() == 0 ? " – |" : " " + c.right() + " / " + c.all() + " |");
            });
            out.append('\n');
        });
        return out.toString();
    }

    private static String key(JsonNode text) {
        return text.isNull() || text.isMissingNode()
                ? ""
                : Vi.key(text.asString("")).replaceAll("\\bubnd\\b", "ủy ban nhân dân");
    }

    private static String number(JsonNode citation) {
        JsonNode n = citation.path("number");
        return n.isNull() || n.isMissingNode()
                ? ""
                : n.asString("").replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    static boolean sameCitation(JsonNode a, JsonNode b) {
        if (!number(a).isEmpty() || !number(b).isEmpty()) {
            return number(a).equals(number(b));
        }
        String x = key(a.path("name"));
        String y = key(b.path("name"));
        return x.isEmpty() || y.isEmpty()
                ? !a.path("date").isNull() && a.path("date").equals(b.path("date"))
                : x.contains(y) || y.contains(x);
    }

    static boolean sameTarget(JsonNode a, JsonNode b) {
        return near(a.path("value"), b.path("value"))
                && a.path("unit").equals(b.path("unit"))
                && a.path("comparator").equals(b.path("comparator"));
    }

    private static boolean near(JsonNode a, JsonNode b) {
        if (a.isArray() || b.isArray()) {
            return a.size() == 2 && b.size() == 2 && near(a.path(0), b.path(0)) && near(a.path(1), b.path(1));
        }
        return Math.abs(a.asDouble() - b.asDouble()) < 1e-6;
    }

    private static boolean sameRole(JsonNode a, JsonNode b) {
        List<String> names = new ArrayList<>(List.of(key(a.path("name"))));
        a.path("aliases").forEach(x -> names.add(key(x)));
        return a.path("role").equals(b.path("role")) && names.contains(key(b.path("name")));
    }

    private static boolean sameDeadline(JsonNode a, JsonNode b) {
        String x = a.path("kind").asString("");
        String y = b.path("kind").asString("");
        return (x.equals(y) || x.equals("other") || y.equals("other"))
                && key(a.path("date")).equals(key(b.path("date")));
    }

    private static boolean sameEvent(JsonNode a, JsonNode b) {
        String field =
                key(a.path("dateFrom")).isEmpty() || key(b.path("dateFrom")).isEmpty() ? "date" : "dateFrom";
        return key(a.path(field)).equals(key(b.path(field)));
    }

    private static boolean sameSection(JsonNode a, JsonNode b) {
        String x = key(a.path("title"));
        String y = key(b.path("title"));
        String shortX = x.substring(0, Math.min(40, x.length()));
        String shortY = y.substring(0, Math.min(40, y.length()));
        return a.path("no").equals(b.path("no")) && (x.startsWith(shortY) || y.startsWith(shortX));
    }

    private static boolean sameGroup(JsonNode a, JsonNode b) {
        String x = key(a.path("title"));
        String y = key(b.path("title"));
        boolean prefix = a.path("titlePrefix").asBoolean(false) && (x.startsWith(y) || y.startsWith(x));
        return !y.isEmpty() && (x.equals(y) || prefix) && a.path("taskCount").equals(b.path("taskCount"));
    }

    static List<JsonNode> list(JsonNode root, String name) {
        List<JsonNode> out = new ArrayList<>();
        root.path(name).forEach(out::add);
        return out;
    }

    private static List<JsonNode> roles(JsonNode root) {
        List<JsonNode> out = new ArrayList<>();
        root.path("agencies")
                .forEach(a -> a.path("roles")
                        .forEach(r -> out.add(
                                ((tools.jackson.databind.node.ObjectNode) a.deepCopy()).put("role", r.asString("")))));
        return out;
    }

    private static List<JsonNode> flat(JsonNode root) {
        List<JsonNode> out = new ArrayList<>();
        root.path("sections").forEach(s -> {
            out.add(s);
            s.path("children")
                    .forEach(c -> out.add(((tools.jackson.databind.node.ObjectNode) c.deepCopy())
                            .put(
                                    "no",
                                    s.path("no").asString("") + "."
                                            + c.path("no").asString(""))));
        });
        return out;
    }
}
