package vn.toam.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.sheet.SheetRow;

/**
 * What one of our own files says about itself, so that it is recognised when it comes back.
 *
 * @param form id of the form
 * @param version its version
 * @param round the round it was made for
 * @param unit code of the unit it was made for; blank: all units of a place
 */
record Marks(String form, int version, String round, String unit) {

    /** As rows of the sheet {@link vn.toam.sheet.RowReceiver#MARKS}. */
    Map<String, String> words() {
        Map<String, String> words = new java.util.LinkedHashMap<>();
        words.put("form", form);
        words.put("version", String.valueOf(version));
        words.put("round", round);
        words.put("unit", unit);
        return words;
    }

    /** From the rows of that sheet; null when it is not ours. */
    static @Nullable Marks of(List<SheetRow> lines) {
        Map<String, String> words = new HashMap<>();
        for (SheetRow line : lines) {
            Object word = line.cell(0);
            Object value = line.cell(1);
            if (word != null && value != null) {
                words.put(word.toString(), value.toString());
            }
        }
        String version = words.getOrDefault("version", "");
        return words.containsKey("form") && words.containsKey("round") && version.matches("\\d{1,6}")
                ? new Marks(
                        words.getOrDefault("form", ""),
                        Integer.parseInt(version),
                        words.getOrDefault("round", ""),
                        words.getOrDefault("unit", ""))
                : null;
    }
}
