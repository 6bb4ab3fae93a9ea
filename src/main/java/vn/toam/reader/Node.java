package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A paragraph in the outline of a plan: a numbered heading, an item or plain text, with what stands below it. */
final class Node {
    /** Kinds of markers, in the order in which they usually nest. */
    enum Kind {
        ROOT,
        PART,
        UPPER,
        ROMAN,
        NUM,
        MULTI,
        LETTER,
        PAREN,
        DASH,
        PLUS,
        TEXT
    }

    final Kind kind;
    final @Nullable String no;
    final int start;
    final int textStart;
    final int end;
    final @Nullable Node parent;
    final List<Node> children = new ArrayList<>();
    /** Its number among the children of its parent, from 0. */
    final int place;
    /** Set by {@link Outline}: this numbered paragraph is a heading; its title ends at {@code titleEnd}. */
    boolean heading;

    int titleEnd;

    Node(Kind kind, @Nullable String no, int start, int textStart, int end, @Nullable Node parent) {
        this.kind = kind;
        this.no = no;
        this.start = start;
        this.textStart = textStart;
        this.end = end;
        this.titleEnd = end;
        this.parent = parent;
        this.place = parent == null ? 0 : parent.children.size();
        if (parent != null) {
            parent.children.add(this);
        }
    }

    boolean numbered() {
        return kind != Kind.TEXT && kind != Kind.DASH && kind != Kind.PLUS && kind != Kind.ROOT;
    }

    /** The end of everything below this node. */
    int deepEnd() {
        return children.isEmpty() ? end : Math.max(end, children.getLast().deepEnd());
    }

    /** This node and all below it, in text order. */
    Stream<Node> all() {
        List<Node> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    private void collect(List<Node> all) {
        all.add(this);
        children.forEach(c -> c.collect(all));
    }

    /** The siblings from {@code reach} places before this node to {@code reach} behind it. */
    List<Node> near(int reach) {
        return parent == null
                ? List.of(this)
                : parent.children.subList(
                        Math.max(0, place - reach), Math.min(parent.children.size(), place + reach + 1));
    }

    /** This node, its parent and so on up to the root. */
    Stream<Node> up() {
        return Stream.iterate(this, n -> n != null && n.parent != null, n -> n.parent);
    }

    /** Heading numbers from the top, joined by dots: "III.2". */
    String path() {
        List<String> parts = new ArrayList<>();
        up().forEach(n -> {
            if (n.no != null) {
                parts.addFirst(n.no);
            }
        });
        return String.join(".", parts);
    }
}
