package vn.toam.access;

import java.util.List;
import vn.toam.shared.Text;

/**
 * Demo accounts of one place, as offered on the sign-in page.
 *
 * @param name the place
 * @param posts the accounts there, in the file's order
 */
public record DemoGroup(Text name, List<Post> posts) {

    /** A post to enter with one click. */
    public record Post(String username, Text name, Text role) {}
}
