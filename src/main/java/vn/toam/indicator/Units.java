package vn.toam.indicator;

import vn.toam.catalog.Catalog;
import vn.toam.catalog.Indicator;
import vn.toam.shared.Text;

/** How an indicator's unit is written behind a figure, with its space: " %", " vụ". */
final class Units {

    static final Text PERCENT = Text.of(" %");

    private Units() {}

    static Text written(Catalog catalog, Indicator indicator) {
        return catalog.codes("units")
                .find(indicator.unit())
                .map(code -> new Text(
                        " " + code.name().vi(),
                        code.name().en().isBlank() ? "" : " " + code.name().en()))
                .orElse(Text.of(""));
    }
}
