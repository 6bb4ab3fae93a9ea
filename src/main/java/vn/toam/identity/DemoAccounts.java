package vn.toam.identity;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toam.shared.Settings;
import vn.toam.shared.Text;

/** Puts the accounts of {@code identity/demo-accounts.yaml} into a demo installation; a real one never gets any. */
@Component
class DemoAccounts implements ApplicationRunner {

    /** A line of the file. */
    record Line(
            String username, Role role, String level, String code, LocalDate on, String agency, String vi, String en) {}

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Settings settings;
    private final Clock clock;

    DemoAccounts(AccountRepository accounts, Passwords passwords, Settings settings, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (settings.demo()) {
            String hash = passwords.hash(passwords.oneTime());
            for (Line line : lines()) {
                if (accounts.byUsername(line.username()).isEmpty()) {
                    accounts.add(account(line), hash, clock.instant());
                }
            }
        }
    }

    private static NewAccount account(Line line) {
        int unit = Integer.parseInt(line.code());
        return new NewAccount(
                line.username(),
                new Text(line.vi(), line.en()),
                unit,
                unit,
                false,
                true,
                List.of(new Grant(line.role(), unit, unit)));
    }

    static List<Line> lines() throws IOException {
        try (InputStream file = DemoAccounts.class.getResourceAsStream("/identity/demo-accounts.yaml")) {
            return new YAMLMapper().readValue(file, new TypeReference<List<Line>>() {});
        }
    }
}
