package vn.toam.output;

import java.util.Locale;
import vn.toam.letter.WordLetter;

/** What a report can be handed out as. */
public enum FileKind {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type for browsers. */
    public String mediaType() {
        return mediaType;
    }

    /** Ending of its file name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    byte[] write(Report report) {
        return switch (this) {
            case DOCX -> WordLetter.write(ReportLayout.letter(report));
            case XLSX -> ExcelReport.write(report);
        };
    }
}
