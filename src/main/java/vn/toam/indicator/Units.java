package vn.toam.indicator;

import vn.toam.shared.Text;

/** Written signs of measurement that need no translation. */
final class Units {

    static final Text PERCENT = Text.of(" %");

    private Units() {}
}
