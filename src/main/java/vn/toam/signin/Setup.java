package vn.toam.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.AccountForm;
import vn.toam.access.Accounts;
import vn.toam.access.Grant;
import vn.toam.access.NewAccount;
import vn.toam.access.Passwords;
import vn.toam.access.Roles;
import vn.toam.audit.Audit;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Settings;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/**
 * The first administrator of a real installation. Only while there is no account, and only for whoever can read the
 * data folder: a file in it, readable by its owner alone, holds a code for one use.
 */
@Service
class Setup implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Setup.class);

    /** The ministry: the national administrator's agency in the reference data. */
    private static final int MINISTRY = 102;

    private final Accounts accounts;
    private final Roles roles;
    private final Passwords passwords;
    private final Audit audit;
    private final Settings settings;
    private final Clock clock;
    private volatile @Nullable String code;

    Setup(Accounts accounts, Roles roles, Passwords passwords, Audit audit, Settings settings, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** True until the first administrator is there, made here or on another server. */
    boolean open() {
        if (code != null && accounts.any()) {
            code = null;
            delete();
        }
        return code != null;
    }

    /** Where the code is kept for whoever may read the data folder. */
    Path file() {
        return settings.data().resolve("setup-code");
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!settings.demo() && !accounts.any()) {
            String made = passwords.oneTime();
            write(made);
            code = made;
            LOG.warn(
                    "Chưa có tài khoản. Mở /setup và nhập mã trong tệp {} (to create the first administrator, enter the code of that file).",
                    file().toAbsolutePath().normalize());
        }
    }

    /**
     * Makes the first administrator, once.
     *
     * @throws NotFound when there is one already
     * @throws Rejected when the code or what was typed is not right
     */
    @Transactional
    public synchronized void create(String typedCode, String typedUsername, String name, String password) {
        String expected = code;
        if (expected == null || accounts.any()) {
            throw new NotFound("setup");
        }
        AccountForm form =
                new AccountForm(typedUsername, name, "", UnitService.COUNTRY, MINISTRY, roles.setUp()).tidy();
        check(expected, typedCode, form, password);
        Grant grant = new Grant(roles.setUp(), UnitService.COUNTRY, MINISTRY);
        NewAccount account = new NewAccount(
                form.username(), Text.of(form.nameVi()), UnitService.COUNTRY, MINISTRY, false, false, List.of(grant));
        Object id = accounts.add(account, passwords.hash(password), clock.instant());
        audit.recordFor(null, "identity.audit.setup", "account", id, Map.of());
        code = null;
        delete();
    }

    private void check(String expected, String typed, AccountForm form, String password) {
        List<Problem> problems = new ArrayList<>();
        if (!MessageDigest.isEqual(bytes(expected), bytes(typed.strip()))) {
            problems.add(new Problem("code", "signin.setup.code.wrong", List.of()));
        }
        try {
            form.check(roles);
        } catch (Rejected rejected) {
            problems.addAll(rejected.problems());
        }
        PasswordRules.fault(password, form.username())
                .ifPresent(key -> problems.add(new Problem("password", key, List.of())));
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    private void write(String made) {
        try {
            Files.createDirectories(settings.data());
            Files.deleteIfExists(file());
            Files.createFile(
                    file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file(), made + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(), e);
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            LOG.warn("could not delete {}; its code is used up", file(), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
