package vn.toam.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Form;
import vn.toam.imports.Import;
import vn.toam.imports.ImportView;
import vn.toam.mapping.Entry;
import vn.toam.shared.Slice;

/** An import as its page shows it, its columns and entries as those of returns. */
record SeenImport(
        Import made,
        @Nullable FigureTable mapping,
        Map<Entry.Status, Integer> counts,
        Slice<Seen> slice,
        boolean silent) {

    static SeenImport of(ImportView view, Form form) {
        List<Seen> entries =
                view.slice().items().stream().map(each -> Seen.of(each, form)).toList();
        return new SeenImport(
                view.made(),
                view.mapping() == null ? null : FigureTable.of(view.mapping()),
                view.counts(),
                new Slice<>(
                        entries,
                        view.slice().number(),
                        view.slice().size(),
                        view.slice().total()),
                view.silent());
    }
}
