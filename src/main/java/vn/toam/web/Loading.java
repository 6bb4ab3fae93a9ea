package vn.toam.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the make-believe figures of a demonstration are loaded, while pages already answer. */
@Component
public class Loading {

    private volatile @Nullable Integer percent;

    /** Share already loaded; null: nothing is being loaded. */
    public @Nullable Integer percent() {
        return percent;
    }

    /** Says how far it is. @param share from 0 to 1 */
    public void reached(double share) {
        percent = (int) Math.floor(share * 100);
    }

    /** Nothing is being loaded any more. */
    public void ended() {
        percent = null;
    }
}
