package vn.toam.catalog;

/** A definition that cannot be used. The application does not start; the message names the file, the place in it and what is right. */
public class BadDefinition extends RuntimeException {

    private final String vietnamese;

    /** Of a file that only whoever develops the product writes. */
    public BadDefinition(String file, String place, String problem) {
        this(file, place, problem, problem);
    }

    /** Of a file that an installation may write of its own. */
    public BadDefinition(String file, String place, String vietnamese, String english) {
        super(at(file, place) + english);
        this.vietnamese = at(file, place) + vietnamese;
    }

    private static String at(String file, String place) {
        return file + (place.isEmpty() ? "" : ", " + place) + ": ";
    }

    /** The same as the message, in Vietnamese. */
    public String vietnamese() {
        return vietnamese;
    }
}
