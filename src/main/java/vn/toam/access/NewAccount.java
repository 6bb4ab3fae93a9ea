package vn.toam.access;

import java.util.List;
import vn.toam.shared.Text;

/** An account about to be made; see {@link Account}. */
public record NewAccount(
        String username, Text name, int unit, int agency, boolean mustChange, boolean demo, List<Grant> grants) {}
