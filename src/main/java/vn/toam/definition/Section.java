package vn.toam.definition;

import java.util.List;
import vn.toam.shared.Text;

/** A block of lines of a form, under one heading. */
public record Section(String id, Text name, List<Field> fields) {

    public Section {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
