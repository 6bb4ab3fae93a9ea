package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names of units, agencies, plans and people's posts stand in Vietnamese order wherever the database sorts them. */
class NameOrderTest {

    private static final Pattern ORDER = Pattern.compile("(?i)order by ([^\"]*?)(?=limit|offset|\\)|\"|$)");
    private static final Pattern NAME =
            Pattern.compile("(?i)^\\s*(?:\\w+\\.)?(?:name|name_vi|full_name|label|title)(?:\\s+(?:asc|desc))?\\s*$");

    @Test
    void noListIsSortedByTheBytesOfItsNames() {
        List<String> bytes = new ArrayList<>();
        SourceTree.files(SourceTree.JAVA, ".java")
                .forEach(file -> bytes.addAll(faults(file.getFileName().toString(), SourceTree.read(file))));
        assertThat(bytes).isEmpty();
    }

    @Test
    void aPlantedOrderByBytesIsCaught() {
        assertThat(faults("Planted.java", "\"select * from unit.unit order by level, n.name desc limit 5\""))
                .containsExactly("Planted.java: n.name desc");
        assertThat(faults("Planted.java", "\"order by n.name collate public.vietnamese, u.id\""))
                .isEmpty();
    }

    private static List<String> faults(String file, String source) {
        List<String> faults = new ArrayList<>();
        Matcher order = ORDER.matcher(source);
        while (order.find()) {
            for (String key : order.group(1).split(",")) {
                if (NAME.matcher(key).matches()) {
                    faults.add(file + ": " + key.strip());
                }
            }
        }
        return faults;
    }
}
