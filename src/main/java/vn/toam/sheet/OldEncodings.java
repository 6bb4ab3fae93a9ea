package vn.toam.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.Note;
import vn.toam.encoding.SourceText;
import vn.toam.paper.TextExtractor;

/** Texts in TCVN3, VNI or windows-1258 become Unicode. The encoding is told from the texts of many rows together: one name is too little. */
public final class OldEncodings {

    private static final Set<String> CONVERTED = Set.of("paper.tcvn3", "paper.vni", "paper.windows1258");

    private OldEncodings() {}

    /** The rows with their texts in Unicode; the same rows when they were already. */
    public static List<SheetRow> toUnicode(List<SheetRow> lines) {
        Set<String> foreign = new LinkedHashSet<>();
        for (SheetRow line : lines) {
            for (Object cell : line.cells()) {
                if (cell instanceof String text && text.chars().anyMatch(c -> c >= 0x80) && text.indexOf('\n') < 0) {
                    foreign.add(text);
                }
            }
        }
        if (foreign.isEmpty()) {
            return lines;
        }
        SourceText clean = TextExtractor.fromPasted(String.join("\n", foreign));
        String[] texts = clean.text().split("\n", -1);
        if (texts.length != foreign.size()
                || clean.notes().stream().map(Note::key).noneMatch(CONVERTED::contains)) {
            return lines;
        }
        Map<String, String> unicode = new HashMap<>();
        int i = 0;
        for (String text : foreign) {
            unicode.put(text, texts[i++].strip());
        }
        return lines.stream()
                .map(line -> new SheetRow(line.sheet(), line.number(), converted(line.cells(), unicode)))
                .toList();
    }

    private static List<@Nullable Object> converted(List<@Nullable Object> cells, Map<String, String> unicode) {
        List<@Nullable Object> out = new ArrayList<>(cells);
        out.replaceAll(cell -> cell instanceof String text ? unicode.getOrDefault(text, text) : cell);
        return out;
    }
}
