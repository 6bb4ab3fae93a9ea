package vn.toam.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.mapping.Fault;
import vn.toam.mapping.Mapping;
import vn.toam.mapping.Outcome;
import vn.toam.mapping.Tallies;

/**
 * A file on its way in. It belongs to the account that sent it.
 *
 * @param sender the unit whose account sent it: its way of reading tables is remembered
 * @param kind of the target, such as {@code return}
 * @param key which one of that kind
 * @param fileName as the sender calls it
 * @param done rows or entries worked through in this step
 * @param total of how many; 0: not known yet
 * @param signature what the headings are known by
 * @param mapping how the table is read; null: not known yet
 * @param outcome how it ended; null: it has not
 * @param left what of the file is not read
 * @param sums of its columns, once it was compared
 * @param changedAt last sign of work
 */
public record Import(
        UUID id,
        UUID account,
        int sender,
        String kind,
        String key,
        String fileName,
        Status status,
        int done,
        int total,
        String signature,
        @Nullable Mapping mapping,
        @Nullable Outcome outcome,
        List<Fault> left,
        List<Tallies.Tally> sums,
        Instant createdAt,
        Instant changedAt) {

    /** Where it stands. */
    public enum Status {
        /** The file is being read. */
        READING,
        /** Waits for the sender to say what stands in which column. */
        MAPPING,
        /** Held against what is there. */
        COMPARING,
        /** Waits for the sender to confirm. */
        PREVIEW,
        /** Being saved: all in one transaction. */
        WRITING,
        /** Saved; what was saved is kept as long as it can be taken back. */
        DONE,
        /** Being taken back. */
        UNDOING,
        /** Taken back. */
        UNDONE,
        /** Cannot be read; says why. */
        FAILED;

        /** True while the machine works and the sender waits. */
        public boolean working() {
            return this == READING || this == COMPARING || this == WRITING || this == UNDOING;
        }
    }
}
