package vn.toam.document;

import java.util.List;
import java.util.UUID;

/**
 * A paper that another one rests on, with what it rests on in turn: the legal basis as a tree, up to the directive of the Party.
 *
 * @param document the paper cited
 * @param relation how the lower paper refers to it
 * @param upper the papers that this one rests on
 */
public record LegalBasis(Document document, Relation relation, List<LegalBasis> upper) {

    /** How one paper refers to another. */
    public enum Relation {
        /** Stands in the opening "Căn cứ". */
        BASIS,
        /** The lower paper carries it out or makes it concrete. */
        IMPLEMENTS,
        /** Named in the text. */
        CITES,
        /** Changes part of it; the rest stays in force. */
        AMENDS,
        /** Takes its place. */
        REPLACES
    }

    /** One link between two papers, as kept. */
    record Link(UUID from, UUID to, Relation relation) {}
}
