package vn.toam.shared;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A failure as the log may hold it: which exceptions, where in our code. Never their messages, which repeat what somebody typed: passwords,
 * names, 20 kB of rubbish.
 */
public final class Failures {

    private static final int CAUSES = 6;
    private static final int PLACES = 12;
    private static final int LONGEST = 120;

    private Failures() {}

    /** One line for the log. */
    public static String said(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES)
                .map(Failures::one)
                .collect(Collectors.joining(" ← "));
    }

    private static String one(Throwable failure) {
        String state = failure instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : "";
        String places = Arrays.stream(failure.getStackTrace())
                .filter(place -> place.getClassName().startsWith("vn.toam"))
                .limit(PLACES)
                .map(place -> place.getFileName() + ":" + place.getLineNumber())
                .collect(Collectors.joining(" "));
        String first = failure.getStackTrace().length == 0 ? "" : String.valueOf(failure.getStackTrace()[0]);
        return failure.getClass().getSimpleName() + state + " at " + (places.isEmpty() ? first : places);
    }

    /** A text from outside, as the log may hold it: one short line. */
    public static String plain(Object text) {
        String line = String.valueOf(text).replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "… (" + line.length() + ")";
    }
}
