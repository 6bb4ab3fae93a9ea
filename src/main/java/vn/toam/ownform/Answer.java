package vn.toam.ownform;

import org.jspecify.annotations.Nullable;
import vn.toam.definition.FieldType;
import vn.toam.definition.LineKind;

/** How a line is answered, as people choose it. */
public enum Answer {
    /** How many there are on the cut-off day. */
    STOCK(LineKind.STOCK),
    /** How many happened in the period. */
    FLOW(LineKind.FLOW),
    YES_NO(LineKind.STOCK),
    TEXT(null);

    private final @Nullable LineKind kind;

    Answer(@Nullable LineKind kind) {
        this.kind = kind;
    }

    /** True for a number with a unit of count. */
    public boolean counts() {
        return this == STOCK || this == FLOW;
    }

    @Nullable
    LineKind kind() {
        return kind;
    }

    FieldType type(boolean decimals) {
        return switch (this) {
            case STOCK, FLOW -> decimals ? FieldType.DECIMAL : FieldType.INTEGER;
            case YES_NO -> FieldType.YES_NO;
            case TEXT -> FieldType.TEXT;
        };
    }
}
