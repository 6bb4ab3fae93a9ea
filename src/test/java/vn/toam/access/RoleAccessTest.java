package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Permission;
import vn.toam.shared.ToamTest;

/** Role × permission × place, written out: a change of {@link Role} shows here. */
class RoleAccessTest extends ToamTest {

    /** Huyện Tân Yên and places around it, by id. */
    private static final int OWN = 10216;

    private static final int BELOW = 107339;
    private static final int ABOVE = 1024;
    private static final int SIBLING = 10213;

    /** O own unit only, S subtree, C country, - not held; one letter per permission in the order of {@link Permission}. */
    private static final Map<Role, String> TABLE = new EnumMap<>(Map.of(
            Role.ADMIN, "C S S S S C C - - - - - - - - - - S - S",
            Role.PLANNER, "C - S S - C C O O O S O O - - S S S O -",
            Role.REVIEWER, "C - - - - C C - - O S O - - - S S S O -",
            Role.REPORTER, "C - - - - C C O - O - - O - - - - S O -",
            Role.CHECKER, "C - - - - C C - - O - - - O - - - S - -",
            Role.MEMBER, "C - - - - C C - - O - - O - - - - S - -",
            Role.LEADER, "C - - - - C C - O - S O - - O - - S O -",
            Role.MINISTRY, "C C - C - C C O O O C O - - - C C C O -"));

    @Autowired
    private Access access;

    @Autowired
    private As as;

    static Stream<Role> roles() {
        return Stream.of(Role.values());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleHoldsItsPermissionsAsFarAsTheTableSays(Role role) {
        String[] row = String.valueOf(TABLE.get(role)).split(" ");
        assertThat(row).hasSameSizeAs(Permission.values());
        for (Permission permission : Permission.values()) {
            String reach = row[permission.ordinal()];
            List<Boolean> expected = switch (reach) {
                case "O" -> List.of(true, false, false, false);
                case "S" -> List.of(true, true, false, false);
                case "C" -> List.of(true, true, true, true);
                default -> List.of(false, false, false, false);
            };
            assertThat(at(role).get(() -> Stream.of(OWN, BELOW, ABOVE, SIBLING)
                            .map(unit -> access.allows(permission, unit))
                            .toList()))
                    .as("%s %s at own, below, above, sibling", role, permission)
                    .isEqualTo(expected);
            assertThat(at(role).get(() -> access.me().may(permission))).isEqualTo(!reach.equals("-"));
        }
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void nobodySignedInMayDoNothing(Permission permission) {
        assertThat(access.allows(permission, OWN)).isFalse();
        assertThat(access.allowsFor(permission, OWN, OWN * 100 + 1)).isFalse();
        assertThatThrownBy(() -> access.require(permission)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void anAgencysOwnMattersAreItsOwn() {
        As.Somebody police = as.role("police.hp");

        assertThat(police.get(() -> access.allowsFor(
                        Permission.TASK_REPORT, 1031, access.me().agency())))
                .isTrue();
        assertThat(police.get(() -> access.allowsFor(Permission.TASK_REPORT, 1031, 103123)))
                .isFalse();
        assertThat(as.role("planner.hp").get(() -> access.allowsFor(Permission.TASK_URGE, 1031, 103123)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // account, unit, has it below
        "planner.qn, 1062, true", // Kon Tum was merged into Quảng Ngãi
        "planner.qn, 10608, true", // its former city
        "planner.qn, 223293, true", // a ward of today there
        "planner.kt, 1051, false", // the former neighbour
        "planner.bn, 10216, true", // huyện Tân Yên of the former Bắc Giang
        "planner.bn, 107339, true", // thị trấn Cao Thượng, abolished
        "planner.bn, 1031, false",
        "planner.hp, 1030, false", // Hải Dương joined Hải Phòng later
        "planner.db, 1011, true",
        "reporter.tanyen, 107336, true" // Cao Xá was merged into Tân Yên
    })
    void whatWasMergedCountsAsBelowItsSuccessor(String account, int unit, boolean expected) {
        assertThat(as.role(account).get(() -> access.allows(Permission.FIGURES_READ, unit)))
                .isEqualTo(expected);
    }

    @Test
    void dutiesOfAnAbolishedAgencyPassToItsSuccessor() {
        int departmentOf2024 = as.role("planner.kt").get(() -> access.me().agency());

        assertThat(as.role("planner.qn").get(() -> access.allowsFor(Permission.PLAN_DRAFT, 1062, departmentOf2024)))
                .isTrue();
        assertThat(as.role("planner.bn").get(() -> access.allowsFor(Permission.PLAN_DRAFT, 1062, departmentOf2024)))
                .isFalse();
    }

    private As.Somebody at(Role role) {
        Grant grant = new Grant(role, OWN, OWN * 100 + 3);
        return new As.Somebody(
                new SignedIn(UUID.randomUUID(), "post", null, OWN, OWN * 100 + 3, false, List.of(grant)));
    }
}
