package vn.toam.mapping;

import java.util.List;

/** Takes what the rows of a table come to. */
public interface Entries {

    void add(List<Entry> entries);

    /** Forgets all that was added: the rows are held against what stands there once more. */
    void clear();

    /** Nothing is taken of an entry that was added before. */
    void refuse(String key, Fault fault);

    /** What of the file is not taken, and the sums of its columns. */
    void tell(List<Fault> left, List<Tallies.Tally> sums);
}
