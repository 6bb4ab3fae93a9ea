package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.agency.AgencyPermissions;
import vn.toam.assignment.DutyPermissions;
import vn.toam.audit.AuditPermissions;
import vn.toam.catalog.BadDefinition;
import vn.toam.catalog.CatalogPermissions;
import vn.toam.catalog.Catalogs;
import vn.toam.household.HouseholdPermissions;
import vn.toam.plan.PlanPermissions;
import vn.toam.register.RegisterPermissions;
import vn.toam.round.RoundPermissions;
import vn.toam.shared.ModulePermissions;
import vn.toam.submission.SubmissionPermissions;
import vn.toam.unit.UnitPermissions;
import vn.toam.village.VillagePermissions;

/** A role that is written wrong stops the start, and the sentence names file, role and what would be right. */
class BadRolesTest {

    private static final List<ModulePermissions> MODULES = List.of(
            new UnitPermissions(),
            new AgencyPermissions(),
            new VillagePermissions(),
            new HouseholdPermissions(),
            new RegisterPermissions(),
            new AuditPermissions(),
            new CatalogPermissions(),
            new AccessPermissions(),
            new PlanPermissions(),
            new RoundPermissions(),
            new DutyPermissions(),
            new SubmissionPermissions());

    private static final String RIGHT = """
            id: ARCHIVIST
            version: 1
            name: {vi: Cán bộ lưu trữ, en: Archivist}
            does: {vi: Lưu trữ, en: Keeps}
            own: [REPORT_WRITE]
            """;

    @Test
    void theSameWrittenRightIsARole() throws IOException {
        Roles roles = roles(RIGHT);

        assertThat(roles.all()).hasSize(11);
        assertThat(roles.name("ARCHIVIST").vi()).isEqualTo("Lưu trữ");
        assertThat(roles.permissions("ARCHIVIST"))
                .containsExactlyInAnyOrder(
                        UnitPermissions.UNIT_READ,
                        CatalogPermissions.CATALOG_READ,
                        PlanPermissions.PLAN_READ,
                        PlanPermissions.REPORT_WRITE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "own: [REPORT_WRITE] | own: [REPORT_WRITES] | archive.yaml (ARCHIVIST), REPORT_WRITES: is no permission: use one of [ACCOUNT_MANAGE, AGENCY_EDIT, | FORM_REVIEW",
                "own: [REPORT_WRITE] | own: [report_write] | (ARCHIVIST), report_write: is no permission | REPORT_WRITE",
                "own: [REPORT_WRITE] | own: [PLAN_READ] | (ARCHIVIST), PLAN_READ: is open to every account | leave it out",
                "own: [REPORT_WRITE] | own: [REPORT_WRITE, REPORT_WRITE] | (ARCHIVIST), permission REPORT_WRITE | stands twice",
                "own: [REPORT_WRITE] | {own: [REPORT_WRITE], subtree: [REPORT_WRITE]} | archive.yaml | ",
                "own: [REPORT_WRITE] | subtree: [REPORT_WRITE]~own: [REPORT_WRITE] | permission REPORT_WRITE | stands twice",
                "own: [REPORT_WRITE] | own: [REPORT_WRITE]~own: [FIGURES_READ] | archive.yaml | own",
                "own: [REPORT_WRITE] | country: [FIGURES_READ] | (ARCHIVIST), levels | levels: [COUNTRY]",
                "own: [REPORT_WRITE] | levels: [TOWN] | (ARCHIVIST), levels: TOWN is no level | VILLAGE",
                "own: [REPORT_WRITE] | own: [ACCOUNT_MANAGE] | (ARCHIVIST), ACCOUNT_MANAGE | subtree",
                "own: [REPORT_WRITE] | setUp: true | setUp: is true for one role | [ADMIN, ARCHIVIST]",
                "own: [REPORT_WRITE] | rights: [REPORT_WRITE] | archive.yaml | rights",
                "id: ARCHIVIST | id: archivist | (archivist), id | capital letters",
                "id: ARCHIVIST | id: MY ROLE | (MY ROLE), id | capital letters",
                "id: ARCHIVIST | id: LEADER | role LEADER is defined twice | choose another",
                "id: ARCHIVIST~version: 1 | id: LEADER~version: 2 | role LEADER is defined twice | choose another",
                "does: {vi: Lưu trữ, en: Keeps} | | archive.yaml, does | is missing",
                "name: {vi: Cán bộ lưu trữ, en: Archivist} | | archive.yaml, name | is missing",
                "vi: Lưu trữ, en: Keeps | en: Keeps | archive.yaml, does.vi | is missing"
            })
    void aRoleWrittenWrongIsRefused(String right, String wrong, String where, String better) {
        String file = RIGHT.replace(right.replace('~', '\n'), wrong == null ? "" : wrong.replace('~', '\n'));

        assertThatThrownBy(() -> roles(file))
                .isInstanceOf(BadDefinition.class)
                .hasMessageContaining(where)
                .hasMessageContaining(better == null ? "" : better);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "own: [REPORT_WRITE] | own: [REPORT_WRITES] | archive.yaml (ARCHIVIST), REPORT_WRITES: không phải là quyền: hãy dùng một trong [ACCOUNT_MANAGE,",
                "own: [REPORT_WRITE] | own: [PLAN_READ] | mọi tài khoản đều có quyền này",
                "own: [REPORT_WRITE] | country: [FIGURES_READ] | levels: [COUNTRY]",
                "own: [REPORT_WRITE] | levels: [TOWN] | TOWN không phải là cấp đơn vị",
                "own: [REPORT_WRITE] | setUp: true | chỉ đặt true cho một vai trò",
                "id: ARCHIVIST | id: archivist | chữ in hoa không dấu",
                "id: ARCHIVIST | id: LEADER | vai trò LEADER được định nghĩa hai lần",
                "does: {vi: Lưu trữ, en: Keeps} | | archive.yaml, does: còn thiếu",
                "own: [REPORT_WRITE] | rights: [REPORT_WRITE] | viết sai cấu trúc"
            })
    void whatIsWrongIsSaidInVietnameseToo(String right, String wrong, String said) {
        String file = RIGHT.replace(right, wrong == null ? "" : wrong);

        assertThatThrownBy(() -> roles(file))
                .isInstanceOfSatisfying(
                        BadDefinition.class, bad -> assertThat(bad.vietnamese()).contains(said));
    }

    private static Roles roles(String file) throws IOException {
        return new Roles(Catalogs.with("data/catalog/roles/archive.yaml", file), MODULES);
    }
}
