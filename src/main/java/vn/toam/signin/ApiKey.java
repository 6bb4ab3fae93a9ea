package vn.toam.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.toam.shared.VietnameseOrder;

/** A key with which another system uses the API in an account's name. The key itself is shown once and never again. */
public record ApiKey(UUID id, String name, Instant since, Instant until) {

    /** What the list can be sorted by. */
    public enum Column {
        NAME(Comparator.comparing(ApiKey::name, VietnameseOrder.NAMES)),
        SINCE(Comparator.comparing(ApiKey::since)),
        UNTIL(Comparator.comparing(ApiKey::until));

        private final transient Comparator<ApiKey> order;

        Column(Comparator<ApiKey> order) {
            this.order = order;
        }

        List<ApiKey> sort(List<ApiKey> keys, boolean down) {
            return keys.stream().sorted(down ? order.reversed() : order).toList();
        }
    }
}
