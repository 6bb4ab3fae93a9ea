package vn.toam.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a computer runs is nobody's evidence, whatever it is called. */
class MediaTypesTest {

    @ParameterizedTest
    @CsvSource({
        "cai-dat.exe, x, true",
        "Bao cao.PDF.EXE, x, true",
        "bao-cao.pdf, MZ12, true",
        "chay.bat, @echo, true",
        "macro.vbs, x, true",
        "lien-ket.lnk, x, true",
        "script, #!/bin/sh, true",
        "bao-cao.pdf, %PDF-1.7, false",
        "bang.xlsx, PK34, false",
        "anh.jpg, x, false",
        "ghi-chu.txt, Mã số 5, false"
    })
    void programsAreKnown(String name, String start, boolean program) {
        assertThat(MediaTypes.program(name, start.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(program);
    }
}
