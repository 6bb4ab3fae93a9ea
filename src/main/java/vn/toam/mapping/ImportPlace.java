package vn.toam.mapping;

import java.util.List;
import vn.toam.shared.Text;

/**
 * Where a target stands in the product and how it speaks.
 *
 * @param words module whose messages are taken where it says something in its own words: {@code <words>.preview.lead} instead of
 *     {@code imports.preview.lead}
 * @param imports address that the ids of imports follow
 * @param home where files are sent from
 * @param about what the table is brought into
 * @param madeUp it is made up
 * @param above pages above, from the top
 * @param next where to go when it is done
 * @param subjectKind and
 * @param subject what the trail files an import under
 * @param beside values are held against others, such as those of the year before
 */
public record ImportPlace(
        String words,
        String imports,
        String home,
        Text about,
        boolean madeUp,
        List<Link> above,
        List<Link> next,
        String subjectKind,
        Object subject,
        boolean beside) {

    /** A page to go to. */
    public record Link(String path, Text label) {}

    /** The usual address of imports. */
    public static final String IMPORTS = "/imports/";
}
