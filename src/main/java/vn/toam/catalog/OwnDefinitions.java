package vn.toam.catalog;

import java.util.Optional;

/**
 * Forms that units made for themselves, kept elsewhere than in files. A version never changes once it is kept, so whoever has read it once,
 * in whichever application, need not ask again.
 */
public interface OwnDefinitions {

    /** The definition of a form in a version, in the shape of the files, if there is one. */
    Optional<String> definition(String form, int version);
}
