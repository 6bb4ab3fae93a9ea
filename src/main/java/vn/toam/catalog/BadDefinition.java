package vn.toam.catalog;

/** A definition that cannot be used. The application does not start; the message names the file, the place in it and what is right. */
public class BadDefinition extends RuntimeException {

    public BadDefinition(String file, String place, String problem) {
        super(file + (place.isEmpty() ? "" : ", " + place) + ": " + problem);
    }
}
