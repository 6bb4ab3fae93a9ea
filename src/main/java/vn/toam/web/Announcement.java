package vn.toam.web;

import java.util.Optional;
import vn.toam.shared.Text;

/** Something that everybody who reads a page has to know for a while, said above every page: a bean of the module that knows it. */
public interface Announcement {

    /** What to say now; asked for every page, so answered from memory. Empty: nothing. */
    Optional<Text> now();
}
