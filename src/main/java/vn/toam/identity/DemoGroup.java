package vn.toam.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * Demo accounts of one place, as offered on the sign-in page.
 *
 * @param name the place
 * @param lastDay last day on which that unit existed; null while it does
 * @param posts the accounts there, in the file's order
 */
public record DemoGroup(Text name, @Nullable LocalDate lastDay, List<Post> posts) {

    /** A post to enter with one click. */
    public record Post(String username, Text name, Role role) {}
}
