package vn.toam.imports;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vn.toam.mapping.ImportRows;
import vn.toam.mapping.Mapping;
import vn.toam.sheet.SheetRow;

/** The rows of an import as they were put aside. */
final class StagedRows implements ImportRows {

    /** Rows, or entries, that are worked on together. */
    static final int BATCH = 500;

    /** Rows of headings above each other, at most. */
    private static final int HEADED = 5;

    /** Hears how many rows are done, of how many. */
    interface Progress {
        void done(int rows, int of);
    }

    private final StagingRepository staging;
    private final UUID id;
    private final Mapping mapping;
    private final Progress progress;

    StagedRows(StagingRepository staging, UUID id, Mapping mapping, Progress progress) {
        this.staging = staging;
        this.id = id;
        this.mapping = mapping;
        this.progress = progress;
    }

    @Override
    public List<SheetRow> headings() {
        return staging.lines(id, mapping.sheet(), mapping.header() - 1, HEADED).stream()
                .filter(line -> line.number() < mapping.first())
                .toList();
    }

    @Override
    public void each(Consumer<List<SheetRow>> batch) {
        int total = staging.count(id, mapping.sheet());
        int done = 0;
        List<SheetRow> lines = staging.lines(id, mapping.sheet(), mapping.first() - 1, BATCH);
        while (!lines.isEmpty()) {
            batch.accept(lines);
            done += lines.size();
            progress.done(done, total);
            lines = staging.lines(id, mapping.sheet(), lines.getLast().number(), BATCH);
        }
    }
}
