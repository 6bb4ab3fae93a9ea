package vn.toam.plancontent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A paper's text cut where findings begin and end, so that each piece can be coloured and linked to its finding. */
public final class Paper {

    /**
     * A piece of the text.
     *
     * @param from offset of its first char in the text
     * @param element the innermost finding it belongs to; null for plain text
     * @param first true for the first piece of its finding: the one that links lead to
     */
    public record Piece(String text, int from, @Nullable Element element, boolean first) {}

    /** A line of the paper with its pieces. */
    public record Line(List<Piece> pieces) {}

    private Paper() {}

    /** The lines of {@code text}; dropped findings and findings of {@code quiet} kinds leave no colour. */
    public static List<Line> lines(String text, List<Element> elements, List<ElementKind> quiet) {
        List<Element> spans = elements.stream()
                .filter(e -> e.start() != null && e.end() != null && e.start() < e.end() && e.end() <= text.length())
                .filter(e -> e.state() != ElementState.DROPPED && !quiet.contains(e.kind()))
                .sorted(Comparator.comparingInt(Paper::length))
                .toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        for (Element span : spans) {
            cuts.add(start(span));
            cuts.add(start(span) + length(span));
        }
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            cuts.add(i);
            cuts.add(i + 1);
        }
        return assemble(text, spans, new ArrayList<>(cuts));
    }

    private static List<Line> assemble(String text, List<Element> spans, List<Integer> cuts) {
        @Nullable Element[] owner = owners(spans, cuts);
        List<Line> lines = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        java.util.Set<UUID> seen = new java.util.HashSet<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            String piece = text.substring(cuts.get(i), cuts.get(i + 1));
            if (piece.equals("\n")) {
                lines.add(new Line(line));
                line = new ArrayList<>();
                continue;
            }
            Element element = owner[i];
            line.add(new Piece(piece, cuts.get(i), element, element != null && seen.add(element.id())));
        }
        lines.add(new Line(line));
        return lines.stream()
                .filter(l -> l.pieces().stream().anyMatch(p -> !p.text().isBlank()))
                .toList();
    }

    /** The shortest span over each piece; spans come shortest first, so the first to claim a piece keeps it. */
    private static @Nullable Element[] owners(List<Element> spans, List<Integer> cuts) {
        @Nullable Element[] owner = new Element[cuts.size()];
        for (Element span : spans) {
            int i = java.util.Collections.binarySearch(cuts, start(span));
            for (; i >= 0 && i + 1 < cuts.size() && cuts.get(i) < start(span) + length(span); i++) {
                if (owner[i] == null) {
                    owner[i] = span;
                }
            }
        }
        return owner;
    }

    private static int start(Element e) {
        return e.start() == null ? 0 : e.start();
    }

    private static int length(Element e) {
        return e.end() == null ? 0 : e.end() - start(e);
    }
}
