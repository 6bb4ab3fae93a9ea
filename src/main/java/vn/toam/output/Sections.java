package vn.toam.output;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Rejected;

/** The passages of a report that an officer writes, by name, and what each may hold. */
final class Sections {

    static final String OVERVIEW = "overview";
    static final String DIFFICULTIES = "difficulties";
    static final String PROPOSALS = "proposals";
    static final String DIRECTIONS = "directions";
    static final String NUMBER = "number";
    static final String DATE = "date";
    static final String RECIPIENTS = "recipients";
    /** Lines over the signature, the post last. */
    static final String AUTHORITY = "authority";

    static final String SIGNER = "signer";
    /** Followed by the number of a task group in the plan's paper. */
    static final String GROUP = "group:";

    /** Those that every report should have. */
    static final List<String> WRITTEN = List.of(OVERVIEW, DIFFICULTIES, PROPOSALS, DIRECTIONS);

    private static final List<String> FIXED =
            List.of(OVERVIEW, DIFFICULTIES, PROPOSALS, DIRECTIONS, NUMBER, DATE, RECIPIENTS, AUTHORITY, SIGNER);
    private static final Pattern GROUP_NAME = Pattern.compile("group:[\\p{L}\\p{N}. _-]{1,40}");
    private static final Pattern DIGITS = Pattern.compile("\\d{0,6}");
    private static final int LONGEST = 20_000;

    private Sections() {}

    /** @throws Rejected when there is no such passage or it cannot hold this */
    static void check(String section, String text) {
        if (!FIXED.contains(section) && !GROUP_NAME.matcher(section).matches()) {
            throw Rejected.because("output.problem.section");
        }
        if (text.length() > LONGEST) {
            throw Rejected.field(id(section), "output.problem.long", LONGEST);
        }
        if (section.equals(SIGNER) && (text.length() > 100 || text.contains("\n"))) {
            throw Rejected.field(id(section), "output.problem.signer");
        }
        if (section.equals(NUMBER) && !DIGITS.matcher(text).matches()) {
            throw Rejected.field(id(section), "output.problem.number");
        }
        if (section.equals(DATE) && !text.isEmpty() && date(text) == null) {
            throw Rejected.field(id(section), "output.problem.date");
        }
    }

    /** The id of its field on the page: letters, digits and dashes. */
    static String id(String section) {
        return section.replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    /** A day as date fields send it (2024-12-05), or null. */
    static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    /** The passage for a report; blank before anybody wrote it. */
    static Report.Prose prose(Map<String, Narrative> written, String section) {
        Narrative found = written.get(section);
        return found == null
                ? new Report.Prose(section, "", 0)
                : new Report.Prose(section, found.text(), found.version());
    }

    /** Its text, blank before anybody wrote it. */
    static String text(Map<String, Narrative> written, String section) {
        return prose(written, section).text().strip();
    }
}
