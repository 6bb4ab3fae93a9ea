package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toam.mapping.Entry;
import vn.toam.shared.LibreOffice;

/** Another office program opens our workbooks, and what it saves comes in again. */
@Tag("office")
class LibreOfficeOpensTest extends ExchangeTest {

    @TempDir
    private Path folder;

    @BeforeAll
    void open() {
        assumeTrue(LibreOffice.installed(), "LibreOffice is not installed");
        open(2037);
    }

    @Test
    void aWorkbookSavedByAnotherProgramComesInWithoutADifference() throws Exception {
        Asked unit = communes.get(0);
        type(unit, Map.of("cultural_registered", "1.204", "annual_plan_issued", "1"));

        for (ExportService.Kind kind : new ExportService.Kind[] {ExportService.Kind.FORM, ExportService.Kind.XLSX}) {
            byte[] saved = new LibreOffice(folder).converted(out(kind, unit.unit()), "xlsx:Calc MS Excel 2007 XML");
            SeenImport view = view(receiver, in(receiver, "bang.xlsx", saved));
            assertThat(view.counts()).as("%s", kind).containsOnlyKeys(Entry.Status.SAME);
            assertThat(view.slice().items().getFirst().same()).isEqualTo(2);
        }
    }

    @Test
    void theSumBesideALineIsReckoned() throws Exception {
        String csv = new String(
                new LibreOffice(folder)
                        .csv(out(ExportService.Kind.FORM, communes.get(1).unit())),
                StandardCharsets.UTF_8);

        assertThat(csv)
                .contains(communes.get(1).fullName())
                .contains("Hộ đăng ký")
                .doesNotContain("#")
                .doesNotContain("Err:");
    }
}
