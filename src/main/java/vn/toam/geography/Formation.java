package vn.toam.geography;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the law formed a unit.
 *
 * @param words the clause itself, as adopted
 */
public record Formation(String act, @Nullable LocalDate adopted, String clause, String words) {}
