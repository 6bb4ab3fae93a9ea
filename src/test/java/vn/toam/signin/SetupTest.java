package vn.toam.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.Account;
import vn.toam.access.Accounts;
import vn.toam.access.Grant;
import vn.toam.access.Passwords;
import vn.toam.access.Roles;
import vn.toam.access.TestAccounts;
import vn.toam.audit.Audit;
import vn.toam.database.TestSchema;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Settings;
import vn.toam.shared.TestDatabase;
import vn.toam.shared.ToamTest;

class SetupTest extends ToamTest {

    private static final String PASSWORD = "bốn mùa hoa nở";

    @TempDir
    private Path data;

    @Autowired
    private Roles roles;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Audit audit;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MockMvcTester mvc;

    private Accounts empty;

    /** A database of its own without any account. */
    @BeforeEach
    void newDatabase() {
        String url = TestDatabase.ownerUrl("s" + UUID.randomUUID().toString().replace("-", ""));
        TestSchema.migrate(url);
        empty = TestAccounts.in(JdbcClient.create(new DriverManagerDataSource(url)));
    }

    @Test
    void theFirstAdministratorIsMadeOnceWithTheCodeOfTheDataFolder() throws Exception {
        Setup setup = started(false);
        Path file = data.resolve("setup-code");
        String code = Files.readString(file).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        create(setup, code);

        Account first = empty.byUsername("quantri").orElseThrow();
        assertThat(roles.administers(first)).isTrue();
        assertThat(first.grants()).containsExactly(new Grant("ADMIN", 1, 102));
        assertThat(setup.open()).isFalse();
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> create(setup, code)).isInstanceOf(NotFound.class);
        assertThat(started(false).open()).as("after a restart").isFalse();
    }

    @Test
    void whatWasSetUpOnOneServerIsSetUpOnTheOther() throws Exception {
        Setup here = started(false);
        Setup there = started(false);
        assertThat(here.open()).isTrue();

        create(there, Files.readString(data.resolve("setup-code")).strip());

        assertThat(here.open()).isFalse();
    }

    @Test
    void aWrongCodeOrAWeakPasswordMakesNobody() {
        Setup setup = started(false);

        assertThatThrownBy(() -> create(setup, "wrong-code")).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> setup.create(code(), "quantri", "Quản trị", "quantri12345"))
                .isInstanceOf(Rejected.class);
        assertThat(empty.any()).isFalse();
        assertThat(setup.open()).isTrue();
    }

    @Test
    void aDemoInstallationHasNoSetup() {
        assertThat(started(true).open()).isFalse();
        assertThat(data.resolve("setup-code")).doesNotExist();
        assertThat(mvc.get().uri("/setup")).hasStatus(404);
    }

    private Setup started(boolean demo) {
        Setup setup =
                new Setup(empty, roles, passwords, audit, new Settings(data, demo, false, 0, 0, null, null), clock);
        setup.afterSingletonsInstantiated();
        return setup;
    }

    private void create(Setup setup, String code) {
        transaction.executeWithoutResult(change -> setup.create(code, "QuanTri", "Quản trị hệ thống", PASSWORD));
    }

    private String code() {
        try {
            return Files.readString(data.resolve("setup-code")).strip();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
