package vn.toam.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Forms that units made for themselves, kept elsewhere than in files. A version never changes once it is kept, so whoever has read it once,
 * in whichever application, need not ask again. A line is known by the version that it was first asked with, and its id says which.
 */
public interface OwnDefinitions {

    Pattern LINE = Pattern.compile("own_([0-9a-f]{1,40})_(\\d{1,6})_\\d{1,3}");

    /** A kept version of a form. */
    record Version(String form, int version) {}

    /** The definition of a form in a version, in the shape of the files, if there is one. */
    Optional<String> definition(String form, int version);

    /** The newest version of every form that these units made. */
    List<Version> newest(Collection<Integer> units);

    /** The id of a line that a version of a form begins with, unique over all forms and versions. @param form its id, {@code own-} and a number */
    static String line(String form, int version, int number) {
        return form.replace('-', '_') + "_" + version + "_" + number;
    }

    /** The version that a line was first asked with; empty: it is no line of a unit's own form. */
    static Optional<Version> first(String line) {
        Matcher own = LINE.matcher(line);
        return own.matches()
                ? Optional.of(new Version("own-" + own.group(1), Integer.parseInt(own.group(2))))
                : Optional.empty();
    }
}
