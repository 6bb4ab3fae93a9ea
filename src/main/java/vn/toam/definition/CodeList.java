package vn.toam.definition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/** A closed list of codes, in the order people expect to see them. */
public record CodeList(String id, int version, Text name, List<Source> source, List<Code> codes) implements Definition {

    public CodeList {
        source = source == null ? List.of() : List.copyOf(source);
        codes = codes == null ? List.of() : List.copyOf(codes);
    }

    /**
     * One entry.
     *
     * @param group a code of a coarser list that this one counts under, if any
     */
    public record Code(String code, Text name, @Nullable String group) {}

    /** The entry with this code. */
    public Optional<Code> find(String code) {
        return codes.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}
