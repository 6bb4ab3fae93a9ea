package vn.toam.recordquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Counts;
import vn.toam.definition.RecordCount;
import vn.toam.definition.Register;
import vn.toam.register.KeptRecords;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;

/** Every count of every register of the country against what a person counts of the same records ({@code register/hand-counted.yaml}). */
class HandCountedTest extends ToamTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    /** A record of the file. */
    record Kept(
            @Nullable String register,
            @Nullable String key,
            @Nullable List<List<String>> moves,
            @Nullable Boolean file,
            Map<String, String> values) {}

    /** What is kept of a register in a place, and what a person counts. */
    record Fixture(String register, @Nullable String level, List<Kept> records, Map<String, BigDecimal> counts) {

        @Override
        public String toString() {
            return register;
        }
    }

    @Autowired
    Catalog catalog;

    @Autowired
    CountRepository counting;

    @Autowired
    List<Counts> counts;

    @Autowired
    KeptRecords kept;

    @Autowired
    Geographies geographies;

    @Autowired
    TestGround grounds;

    static Stream<Fixture> fixtures() throws IOException {
        try (InputStream in = HandCountedTest.class.getResourceAsStream("/register/hand-counted.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<List<Fixture>>() {}).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aPersonCountsTheSame(Fixture fixture) {
        TestGround.Ground ground = grounds.take();
        int unit = "PROVINCE".equals(fixture.level()) ? ground.province() : ground.commune();
        KeptRecords.Place place = kept.at(unit);
        for (Kept each : fixture.records()) {
            UUID id = place.keep(
                    Objects.requireNonNullElse(each.register(), fixture.register()),
                    Objects.requireNonNullElse(each.key(), ""),
                    each.values());
            if (each.moves() != null) {
                each.moves().forEach(move -> place.move(id, move.getFirst(), move.getLast()));
            }
            if (Boolean.TRUE.equals(each.file())) {
                place.prove(id);
            }
        }
        Register register = catalog.get(Register.class, fixture.register());
        Map<String, BigDecimal> counted = new HashMap<>();
        for (RecordCount count : register.counts()) {
            counted.put(
                    count.id(),
                    counting
                            .count(geographies.province(unit), register, List.of(count), Set.of(unit), FIRST, LAST)
                            .getFirst()
                            .stream()
                            .map(CountRepository.Figure::figure)
                            .findFirst()
                            .orElse(BigDecimal.ZERO));
        }
        assertThat(counted)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(fixture.counts());
    }

    @Test
    void noCountOfTheCountryIsWithoutItsFixture() throws IOException {
        Set<String> fixed = fixtures()
                .flatMap(fixture -> fixture.counts().keySet().stream().map(count -> fixture.register() + "." + count))
                .collect(Collectors.toSet());
        assertThat(catalog.all(Register.class).stream()
                        .filter(register -> !register.id().startsWith("chess-"))
                        .flatMap(register -> register.counts().stream().map(count -> register.id() + "." + count.id())))
                .containsExactlyInAnyOrderElementsOf(fixed);
    }

    @Test
    void aProvincesLineIsCountedInItsAgenciesAndItsCommunesTogether() {
        TestGround.Ground ground = grounds.take();
        for (int unit : List.of(ground.province(), ground.commune())) {
            kept.at(unit)
                    .keep(
                            "policy-review",
                            "",
                            Map.of(
                                    "reviewed",
                                    "1/QĐ",
                                    "provision",
                                    "Điều " + unit,
                                    "found",
                                    "2026-02-01",
                                    "finding",
                                    "Cũ",
                                    "class",
                                    "OUTDATED"));
        }
        assertThat(counts.stream()
                        .filter(each -> each.counts(catalog.field("province_provisions_reviewed")))
                        .flatMap(
                                each -> each
                                        .of(
                                                List.of(ground.province()),
                                                Set.of("province_provisions_reviewed"),
                                                FIRST,
                                                LAST)
                                        .stream()))
                .singleElement()
                .satisfies(each -> assertThat(each.figure()).isEqualByComparingTo("2"));
    }

    @Test
    void aLineThatNamesACountIsCountedByOneModule() {
        Set<String> offered = counts.stream()
                .flatMap(each -> each.offered(1).stream())
                .map(Counts.Offered::count)
                .collect(Collectors.toSet());
        catalog.forms().stream()
                .flatMap(form -> form.fields().stream())
                .filter(line -> line.counted() != null)
                .forEach(line -> {
                    assertThat(counts)
                            .filteredOn(each -> each.counts(line))
                            .as(line.id())
                            .hasSize(1);
                    assertThat(offered).as(line.id()).contains(line.counted());
                });
    }
}
