package vn.toam.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.imports.Import;
import vn.toam.submission.OverviewView;

/**
 * What the first page shows.
 *
 * @param overview rounds of the place and year
 * @param chosen the round that is meant for the file; null: none yet
 * @param recent the last imports of the reader
 * @param imports the reader may send files
 */
public record HomeView(OverviewView overview, @Nullable UUID chosen, List<Import> recent, boolean imports) {

    /** Rounds a file can be sent for. */
    public List<OverviewView.Item> open() {
        return overview.items().stream().filter(item -> item.round().open()).toList();
    }
}
