package vn.toam.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.access.As;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Indicator;
import vn.toam.geography.Level;
import vn.toam.indicator.IndicatorService;
import vn.toam.indicator.Value;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.ToamTest;

/** Indicators on maps: all provinces, both archipelagos, the figures of the indicators' own pages. */
class MapTest extends ToamTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Autowired
    private MapReader maps;

    @Autowired
    private IndicatorService indicators;

    @Autowired
    private Catalog catalog;

    @Test
    void everyProvinceAndBothArchipelagosAreOnTheMap() {
        String page = body("ministry", "/indicators/map?indicator=dv-cases&year=2024");

        assertThat(Pattern.compile("<a href=\"/indicators/dv-cases\\?unit=\\d+&amp;year=2024\" class=\"m-\\d\"")
                        .matcher(page)
                        .results()
                        .count())
                .isEqualTo(34);
        assertThat(page)
                .contains("Quần đảo Hoàng Sa (Việt Nam)")
                .contains("Quần đảo Trường Sa (Việt Nam)")
                .contains("url(#nodata)")
                .contains("Natural Earth");
        assertThat(body("ministry", "/indicators/map?indicator=dv-cases&year=2024&lang=en"))
                .contains("Hoàng Sa Archipelago (Viet Nam)")
                .contains("Trường Sa Archipelago (Viet Nam)");
    }

    @Test
    void theArchipelagosHaveTheColourOfTheirProvinces() {
        MapView view = view("dv-cases", 1, 2024);

        Drawing drawing = Objects.requireNonNull(view.sheet().drawing());
        assertThat(drawing.frames()).hasSize(2);
        for (Archipelago each : Archipelago.values()) {
            Drawing.Frame frame = drawing.frames().get(each.ordinal());
            assertThat(drawing.shapes().get(each.province).dots())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(dot -> {
                        assertThat(dot.x()).isBetween(frame.x(), frame.x() + frame.width());
                        assertThat(dot.y()).isBetween(frame.y(), frame.y() + frame.height());
                    });
        }
    }

    @Test
    void theValuesAreThoseOfTheIndicator() {
        for (int year : new int[] {2024, 2025}) {
            MapView view = view("cultural-family-rate", 1, year);
            assertThat(view.areas()).hasSize(34).allSatisfy(area -> {
                Value own = as.role("ministry")
                        .get(() -> indicators.value(
                                "cultural-family-rate", area.unit().id(), year));
                assertThat(area.value().numerator()).isEqualByComparingTo(own.numerator());
                assertThat(area.value().base()).isEqualByComparingTo(own.base());
                assertThat(area.value().units()).isEqualTo(own.units());
                assertThat(area.value().coverage()).isEqualTo(own.coverage());
            });
            BigDecimal sum = view.areas().stream()
                    .map(area -> area.value().numerator())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(view.total().numerator());
        }
    }

    @Test
    void theMapOpensOnTheFirstIndicatorWithAFigureThere() {
        List<Indicator> all = catalog.indicators();
        int seen = 0;
        for (int unit : new int[] {1, 1011, 1024, 1031, 1062, 107339}) {
            var series = as.role("ministry").get(() -> indicators.series(all, unit));
            for (int year = 2015; year <= 2026; year++) {
                int asked = year;
                Indicator first = all.stream()
                        .filter(each -> series.get(each.id()).containsKey(asked))
                        .findFirst()
                        .orElse(all.getFirst());
                MapView view = as.role("ministry").get(() -> maps.map(null, unit, asked));
                assertThat(view.indicator()).as("%s in %s", unit, year).isEqualTo(first);
                seen += first.equals(all.getFirst()) ? 0 : 1;
            }
        }
        assertThat(seen).as("places whose first indicator has no figure").isPositive();
        assertThat(as.role("ministry").get(() -> maps.map(null, 1, 1999)).indicator())
                .isEqualTo(all.getFirst());
    }

    @Test
    void aProvinceWithoutBoundariesIsShownAsTilesAndSaysWhy() {
        String page = body("planner.bn", "/indicators/map?indicator=dv-cases");

        assertThat(page).contains("maps/communes/24.geojson").contains("class=\"tiles\"");
        assertThatThrownBy(() -> as.role("planner.hp").get(() -> maps.map("dv-cases", 1, 2024)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aProvinceThatEndedShowsItsUnitsOfItsLastDayAndSaysSo() {
        MapView view = as.role("planner.hp").get(() -> maps.map("dv-cases", null, 2024));

        assertThat(view.day()).isEqualTo("2025-06-30");
        assertThat(view.areas()).hasSize(15).allMatch(area -> area.unit().level() == Level.DISTRICT);
        assertThat(view.areas().stream().map(area -> area.value().numerator()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isPositive()
                .isEqualByComparingTo(view.total().numerator());
        assertThat(body("planner.hp", "/indicators/map?indicator=dv-cases&year=2024"))
                .contains("30/06/2025", "borders=2025-06-30")
                .doesNotContain(".geojson");
    }

    private MapView view(String indicator, int unit, int year) {
        return as.role("ministry").get(() -> maps.map(indicator, unit, year));
    }

    private String body(String who, String address) {
        return new String(
                mvc.get()
                        .uri(address)
                        .with(as.request(who))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
