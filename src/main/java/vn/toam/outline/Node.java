package vn.toam.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A paragraph in the outline of a plan: a numbered heading, an item or plain text, with what stands below it. */
public final class Node {
    /** Kinds of markers, in the order in which they usually nest. */
    public enum Kind {
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

    public final Kind kind;
    public final @Nullable String no;
    public final int start;
    public final int textStart;
    public final int end;
    public final @Nullable Node parent;
    public final List<Node> children = new ArrayList<>();
    /** Its number among the children of its parent, from 0. */
    public final int place;

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

    public boolean numbered() {
        return kind != Kind.TEXT && kind != Kind.DASH && kind != Kind.PLUS && kind != Kind.ROOT;
    }

    /** This numbered paragraph is a heading, as {@link Outline} found. */
    public boolean heading() {
        return heading;
    }

    /** Where the title of a heading ends. */
    public int titleEnd() {
        return titleEnd;
    }

    /** The end of everything below this node. */
    public int deepEnd() {
        return children.isEmpty() ? end : Math.max(end, children.getLast().deepEnd());
    }

    /** This node and all below it, in text order. */
    public Stream<Node> all() {
        List<Node> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    private void collect(List<Node> all) {
        all.add(this);
        children.forEach(c -> c.collect(all));
    }

    /** The siblings from {@code reach} places before this node to {@code reach} behind it. */
    public List<Node> near(int reach) {
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
    public String path() {
        List<String> parts = new ArrayList<>();
        up().forEach(n -> {
            if (n.no != null) {
                parts.addFirst(n.no);
            }
        });
        return String.join(".", parts);
    }
}
