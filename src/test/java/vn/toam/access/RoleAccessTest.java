package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toam.assignment.DutyPermissions.TASK_REPORT;
import static vn.toam.assignment.DutyPermissions.TASK_URGE;
import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;
import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.definition.Role;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Permission;
import vn.toam.shared.Subject;
import vn.toam.shared.ToamTest;

/** Role × permission × place, written out: a change of {@code roles.yaml} shows here. */
class RoleAccessTest extends ToamTest {

    /** Huyện Tân Yên and places around it, by id. */
    private static final int OWN = 10216;

    private static final int BELOW = 107339;
    private static final int ABOVE = 1024;
    private static final int SIBLING = 10213;

    private static final List<String> PERMISSIONS = List.of(
            "UNIT_READ",
            "UNIT_EDIT",
            "AGENCY_EDIT",
            "SUCCESSION_CONFIRM",
            "ACCOUNT_MANAGE",
            "CATALOG_READ",
            "PLAN_READ",
            "PLAN_DRAFT",
            "PLAN_ISSUE",
            "TASK_REPORT",
            "TASK_URGE",
            "TASK_CONFIRM",
            "FORM_ENTER",
            "FORM_CHECK",
            "FORM_APPROVE",
            "FORM_PROXY",
            "FORM_REVIEW",
            "FIGURES_READ",
            "REPORT_WRITE",
            "AUDIT_READ");

    /** O own unit only, S subtree, C country, - not held; one letter per permission in the order above. */
    private static final Map<String, String> TABLE = Map.of(
            "VILLAGE_HEAD", "C - - - - C C - - - - - - - - - - - - -",
            "COLLABORATOR", "C - - - - C C - - - - - - - - - - - - -",
            "ADMIN", "C S S S S C C - - - - - - - - - - S - S",
            "PLANNER", "C - S S - C C O O O S O O - - S S S O -",
            "REVIEWER", "C - - - - C C - - O S O - - - S S S O -",
            "REPORTER", "C - - - - C C O - O - - O - - - - S O -",
            "CHECKER", "C - - - - C C - - O - - - O - - - S - -",
            "MEMBER", "C - - - - C C - - O - - O - - - - S - -",
            "LEADER", "C - - - - C C - O - S O - - O - - S O -",
            "MINISTRY", "C C - C - C C O O O C O - - - C C C O -");

    @Autowired
    private Access access;

    @Autowired
    private As as;

    @Autowired
    private Roles roles;

    static Stream<String> roles() {
        return TABLE.keySet().stream();
    }

    static Stream<Permission> permissions() {
        return PERMISSIONS.stream().map(Permission::new);
    }

    @Test
    void theTableHoldsEveryRole() {
        assertThat(roles.all()).extracting(Role::id).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleHoldsItsPermissionsAsFarAsTheTableSays(String role) {
        String[] row = String.valueOf(TABLE.get(role)).split(" ");
        assertThat(row).hasSameSizeAs(PERMISSIONS);
        for (int i = 0; i < row.length; i++) {
            Permission permission = new Permission(PERMISSIONS.get(i));
            String reach = row[i];
            List<Boolean> expected = switch (reach) {
                case "O" -> List.of(true, false, false, false);
                case "S" -> List.of(true, true, false, false);
                case "C" -> List.of(true, true, true, true);
                default -> List.of(false, false, false, false);
            };
            assertThat(at(role).get(() -> Stream.of(OWN, BELOW, ABOVE, SIBLING)
                            .map(unit -> access.allows(permission, Subject.of(unit)))
                            .toList()))
                    .as("%s %s at own, below, above, sibling", role, permission)
                    .isEqualTo(expected);
            assertThat(at(role).get(() -> access.me().may(permission))).isEqualTo(!reach.equals("-"));
        }
    }

    @ParameterizedTest
    @MethodSource("permissions")
    void nobodySignedInMayDoNothing(Permission permission) {
        assertThat(access.allows(permission, Subject.of(OWN))).isFalse();
        assertThat(access.allows(permission, Subject.of(OWN, OWN * 100 + 1))).isFalse();
        assertThatThrownBy(() -> access.require(permission)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void anAgencysOwnMattersAreItsOwn() {
        As.Somebody police = as.role("police.hp");

        assertThat(police.get(() ->
                        access.allows(TASK_REPORT, Subject.of(1031, access.me().agency()))))
                .isTrue();
        assertThat(police.get(() -> access.allows(TASK_REPORT, Subject.of(1031, 103123))))
                .isFalse();
        assertThat(as.role("planner.hp").get(() -> access.allows(TASK_URGE, Subject.of(1031, 103123))))
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
        assertThat(as.role(account).get(() -> access.allows(FIGURES_READ, Subject.of(unit))))
                .isEqualTo(expected);
    }

    @Test
    void dutiesOfAnAbolishedAgencyPassToItsSuccessor() {
        int departmentOf2024 = as.role("planner.kt").get(() -> access.me().agency());

        assertThat(as.role("planner.qn").get(() -> access.allows(PLAN_DRAFT, Subject.of(1062, departmentOf2024))))
                .isTrue();
        assertThat(as.role("planner.bn").get(() -> access.allows(PLAN_DRAFT, Subject.of(1062, departmentOf2024))))
                .isFalse();
    }

    private As.Somebody at(String role) {
        Grant grant = new Grant(role, OWN, OWN * 100 + 3);
        return new As.Somebody(
                new SignedIn(UUID.randomUUID(), "post", null, OWN, OWN * 100 + 3, false, List.of(grant)));
    }
}
