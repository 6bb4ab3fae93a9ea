package vn.toam.register;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * Things outside the registers that records belong to: a duty that they prove, a return in which a difficulty was met. The module that keeps
 * such things answers for them; the registers know none of them.
 */
public interface RelatedThings {

    /** One of them, as whoever reads may see it. */
    record Thing(String kind, String id, Text name, String path) {

        /** As one word in the address of a form. */
        public String key() {
            return kind + ":" + id;
        }
    }

    /** What kind of things these are: one word, also in the table. */
    String kind();

    /** What a record is to such a thing, such as "proves the duty". */
    Text label();

    /** The thing; empty when there is none or whoever reads may not know of it. */
    Optional<Thing> find(String id);

    /** True when records of a unit, or of one of its agencies, may belong to it. */
    boolean open(String id, int unit, @Nullable Integer agency);

    /** Those that a record of the unit and year may be said to belong to; empty: they are named from their own pages only. */
    List<Thing> choices(int unit, @Nullable Integer agency, int year);
}
