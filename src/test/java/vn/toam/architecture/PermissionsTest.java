package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.access.Roles;
import vn.toam.architecture.planted.ForgottenPermissions;
import vn.toam.definition.Role;
import vn.toam.shared.Access;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;
import vn.toam.shared.Subject;
import vn.toam.shared.ToamTest;

/** Permissions and roles: each permission has a role that holds it, and no code knows a role by its id. */
class PermissionsTest extends ToamTest {

    /** A receiver of returns in the calendars, no role. */
    private static final String RECEIVER = "to.equals(\"MINISTRY\")";

    @Autowired
    private List<ModulePermissions> modules;

    @Autowired
    private Roles roles;

    @Autowired
    private Access access;

    @Test
    void everyPermissionIsHeldBySomeRoleAndDeclaredOnce() {
        assertThat(withoutRole(modules)).isEmpty();
        assertThat(modules.stream().flatMap(module -> module.all().stream()))
                .hasSizeGreaterThanOrEqualTo(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPlantedPermissionThatNoRoleHoldsIsCaught() {
        assertThat(withoutRole(List.of(new ForgottenPermissions()))).containsExactly(ForgottenPermissions.HIDE);
    }

    @Test
    void aPermissionThatNoModuleDeclaresIsADefectNotARefusal() {
        assertThatThrownBy(
                        () -> Posts.at("ADMIN", 1).get(() -> access.allows(ForgottenPermissions.HIDE, Subject.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HIDE");
    }

    @Test
    void noCodeKnowsARoleByItsId() {
        List<String> found = new ArrayList<>();
        Stream.concat(
                        SourceTree.files(SourceTree.JAVA, ".java").stream(),
                        SourceTree.files(SourceTree.TEMPLATES, ".jte").stream())
                .forEach(file -> found.addAll(named(file, SourceTree.read(file).replace(RECEIVER, ""))));
        assertThat(found).isEmpty();
    }

    @Test
    void aPlantedComparisonWithARoleIsCaught() {
        assertThat(named(Path.of("A.java"), "if (grant.role().equals(\"LEADER\")) {}"))
                .hasSize(1);
        assertThat(named(Path.of("A.java"), "where h.role = 'ADMIN'")).hasSize(1);
    }

    private List<Permission> withoutRole(List<ModulePermissions> declared) {
        return declared.stream()
                .flatMap(module -> module.all().stream()
                        .filter(permission -> !module.openToAll().contains(permission)))
                .filter(permission -> roles.all().stream().noneMatch(role -> role.reach(permission) != null))
                .toList();
    }

    private List<String> named(Path file, String text) {
        String ids = roles.all().stream().map(Role::id).collect(Collectors.joining("|"));
        Pattern role = Pattern.compile("\"(" + ids + ")\"|role\\W{1,8}'(" + ids + ")'");
        return role.matcher(text)
                .results()
                .map(hit -> file + ": " + hit.group())
                .toList();
    }
}
