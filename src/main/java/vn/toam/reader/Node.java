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
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
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
