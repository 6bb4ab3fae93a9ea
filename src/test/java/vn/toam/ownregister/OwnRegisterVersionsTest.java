package vn.toam.ownregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.catalog.OwnRegisters;
import vn.toam.geography.Level;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;

/** Versions of registers of a unit's own: only the newest is changed, by those of its unit, and each stays as it was saved. */
class OwnRegisterVersionsTest extends ToamTest {

    private static final String YAML = """
            id: whatever
            version: 7
            name: {vi: Vườn rau chung, en: Shared gardens}
            shape: BODY
            levels: [COMMUNE]
            sensitivity: INTERNAL
            retention: 5
            date: opened
            title: [name]
            fields:
              - {id: name, type: TEXT, name: {vi: Tên, en: Name}}
              - {id: opened, type: DATE, name: {vi: Ngày mở, en: Opened}}
            states:
              start: OPEN
              states: [{id: OPEN, name: {vi: Mở, en: Open}}, {id: SHUT, closed: true, name: {vi: Đóng, en: Shut}}]
              moves: {OPEN: [SHUT]}
            """;

    @Autowired
    private OwnRegisterService service;

    @Autowired
    private OwnRegisters kept;

    @Autowired
    private TestGround grounds;

    private int province;

    @BeforeEach
    void ground() {
        province = grounds.take().province();
    }

    private OwnRegister write(String id, int version, String text) {
        return Posts.at("PLANNER", province).get(() -> service.write(province, id, version, text));
    }

    @Test
    void onlyTheNewestVersionIsChangedAndEveryOneStays() {
        OwnRegister first = write(null, 0, YAML);
        OwnRegister second = write(first.id(), 1, YAML.replace("Vườn rau chung", "Vườn hoa chung"));
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.id()).isEqualTo(first.id());
        assertThatThrownBy(() -> write(first.id(), 1, YAML)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> write(first.id(), 3, YAML)).isInstanceOf(NotFound.class);
        Posts.at("PLANNER", province).run(() -> {
            assertThat(service.find(first.id(), 1).register().name().vi()).isEqualTo("Vườn rau chung");
            assertThat(service.find(first.id(), 1).newest()).isFalse();
            assertThat(service.find(first.id(), 2).newest()).isTrue();
            assertThat(service.list(province)).extracting(OwnRegister::version).containsExactly(2);
        });
        assertThat(kept.of(List.of(province)))
                .extracting(OwnRegisters.Version::version)
                .containsExactly(2);
        assertThat(kept.newest(first.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void anotherUnitNeitherReadsNorChangesNorListsIt() {
        OwnRegister made = write(null, 0, YAML);
        int elsewhere = grounds.take().province();
        Posts.at("PLANNER", elsewhere).run(() -> {
            assertThatThrownBy(() -> service.find(made.id(), 1)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> service.list(province)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> service.change(made.id(), 1, RegisterSheet.of(made)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> service.write(elsewhere, made.id(), 1, YAML))
                    .isInstanceOf(NotAllowed.class);
            assertThat(service.list(elsewhere)).isEmpty();
        });
        assertThat(kept.of(List.of(elsewhere))).isEmpty();
    }

    @Test
    void aRegisterStaysWithTheUnitThatMadeIt() {
        OwnRegister made = write(null, 0, YAML);
        int elsewhere = grounds.take().province();
        assertThatThrownBy(() ->
                        Posts.at("ADMIN", UnitService.COUNTRY).run(() -> service.write(elsewhere, made.id(), 1, YAML)))
                .isInstanceOfAny(Rejected.class, Conflict.class, NotAllowed.class, NotFound.class);
        assertThat(kept.of(List.of(elsewhere))).isEmpty();
        assertThat(kept.of(List.of(province))).hasSize(1);
    }

    @Test
    void aFileHoldsSixtyThousandCharactersAtMost() {
        String padding = "#".repeat(60_000 - YAML.length());
        assertThat(write(null, 0, YAML + padding).version()).isEqualTo(1);
        assertThatThrownBy(() -> write(null, 0, YAML + padding + "#"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ownregister.problem.text");
        assertThatThrownBy(() -> write(null, 0, " \n")).isInstanceOf(Rejected.class);
    }

    @Test
    void theCountryAloneDefinesWhatTheCountryKeeps() {
        assertThat(service.levels(province)).containsExactly(Level.COMMUNE, Level.PROVINCE);
        assertThat(service.levels(UnitService.COUNTRY)).contains(Level.COUNTRY);
    }

    @Test
    void nothingIsCountedInPercent() {
        assertThat(Posts.at("PLANNER", province).get(() -> service.counts()))
                .containsKey("person")
                .doesNotContainKey("percent");
    }
}
