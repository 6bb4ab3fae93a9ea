package vn.toam.enrolment;

import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.AccountForm;
import vn.toam.access.AccountService;
import vn.toam.access.Accounts;
import vn.toam.access.Addresses;
import vn.toam.access.Grant;
import vn.toam.access.ManagedAccounts;
import vn.toam.access.NewAccount;
import vn.toam.access.Passwords;
import vn.toam.access.Roles;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.audit.Audit;
import vn.toam.definition.Role;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/** Many accounts from one table: looked at row by row, made all or none, their passwords shown once. */
@Service
public class BulkAccounts {

    /**
     * A row as read.
     *
     * @param place name of the unit, or the code as typed where there is none such
     * @param role null: not known
     * @param roleName what it does; of one not known as typed
     */
    public record Row(
            int number,
            String place,
            int unit,
            String agency,
            int agencyId,
            String name,
            String username,
            @Nullable String role,
            Text roleName,
            String email,
            List<Problem> problems) {}

    /** An account that was made, with its password for one use. */
    public record Handed(String place, String name, String username, String password) {}

    private final Accounts accounts;
    private final AgencyService agencies;
    private final UnitService units;
    private final Passwords passwords;
    private final Roles roles;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkAccounts(
            Accounts accounts,
            AgencyService agencies,
            UnitService units,
            Passwords passwords,
            Roles roles,
            Access access,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.units = units;
        this.passwords = passwords;
        this.roles = roles;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads the table; nothing is made. @throws Rejected when it is none */
    @Transactional(readOnly = true)
    List<Row> look(String text) {
        access.require(ACCOUNT_MANAGE);
        List<Row> rows = new ArrayList<>();
        Set<String> usernames = new HashSet<>();
        for (List<String> cells : BulkTable.rows(text)) {
            rows.add(row(rows.size() + 1, cells, usernames));
        }
        return rows;
    }

    private Row row(int number, List<String> cells, Set<String> usernames) {
        List<Problem> problems = new ArrayList<>();
        Optional<Unit> unit = unit(cells.getFirst());
        boolean mine = unit.filter(found -> access.allows(ACCOUNT_MANAGE, Subject.of(found.id())))
                .isPresent();
        if (unit.isEmpty()) {
            problems.add(new Problem("", "access.bulk.unit", List.of(cells.getFirst())));
        } else if (!mine) {
            problems.add(new Problem("", "access.bulk.reach", List.of()));
        }
        Optional<Agency> agency = unit.filter(found -> mine).flatMap(found -> agency(found, cells.get(1), problems));
        Optional<Role> role = role(cells.get(4));
        if (role.isEmpty()) {
            problems.add(new Problem("", "access.bulk.role", List.of(cells.get(4))));
        } else if (roles.takesTwo(role.get().id())) {
            problems.add(new Problem("", "access.bulk.two", List.of()));
        } else if (unit.filter(found -> !role.get().heldAt(found.level().name()))
                .isPresent()) {
            problems.add(new Problem("", "access.account.role.level", List.of()));
        }
        String username = username(cells.get(3), role, unit);
        if (!username.matches(AccountForm.USERNAME)) {
            problems.add(new Problem("", "access.account.username.shape", List.of()));
        } else if (!usernames.add(username) || accounts.byUsername(username).isPresent()) {
            problems.add(new Problem("", "access.account.username.taken", List.of(username)));
        }
        texts(cells, problems);
        return new Row(
                number,
                unit.map(found -> units.nameOn(found.id(), today())).orElse(cells.getFirst()),
                unit.map(Unit::id).orElse(0),
                agency.map(found -> found.fullName().vi()).orElse(cells.get(1)),
                agency.map(Agency::id).orElse(0),
                cells.get(2),
                username,
                role.map(Role::id).orElse(null),
                role.map(Role::does).orElse(Text.of(cells.get(4))),
                cells.get(5),
                problems);
    }

    private static void texts(List<String> cells, List<Problem> problems) {
        if (cells.get(2).isBlank() || cells.get(2).length() > 200) {
            problems.add(new Problem("", "access.account.name.missing", List.of()));
        }
        if (!Addresses.shaped(cells.get(5))) {
            problems.add(new Problem("", "access.email.wrong", List.of()));
        }
    }

    /** By the code of today: two digits a province, five a commune; a spreadsheet drops zeros before. */
    private Optional<Unit> unit(String typed) {
        if (!typed.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        return typed.length() <= 2
                ? units.byCode(Level.PROVINCE, "0".repeat(2 - typed.length()) + typed, today())
                : units.byCode(Level.COMMUNE, "0".repeat(5 - typed.length()) + typed, today());
    }

    /** The one agency of the unit whose name is, or holds, what was typed. */
    private Optional<Agency> agency(Unit unit, String typed, List<Problem> problems) {
        List<Agency> all = agencies.agenciesOf(unit.id(), today());
        String wanted = folded(typed);
        List<Agency> same = all.stream()
                .filter(agency -> folded(agency.name()).equals(wanted)
                        || folded(agency.fullName().vi()).equals(wanted))
                .toList();
        List<Agency> found = same.isEmpty() && !wanted.isEmpty()
                ? all.stream()
                        .filter(agency -> folded(agency.fullName().vi()).contains(wanted))
                        .toList()
                : same;
        if (found.size() != 1) {
            String choices =
                    String.join("; ", all.stream().limit(8).map(Agency::name).toList());
            problems.add(new Problem("", "access.bulk.agency", List.of(typed, choices)));
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }

    private Optional<Role> role(String typed) {
        return roles.all().stream()
                .filter(role -> role.id().equalsIgnoreCase(typed.strip())
                        || folded(role.does().vi()).equals(folded(typed))
                        || folded(role.does().en()).equals(folded(typed)))
                .findFirst();
    }

    /** As typed; else made of role and code, "reporter.07339". */
    private static String username(String typed, Optional<Role> role, Optional<Unit> unit) {
        if (!typed.isBlank()) {
            return typed.strip().toLowerCase(Locale.ROOT);
        }
        return role.map(known -> known.id().toLowerCase(Locale.ROOT)).orElse("")
                + unit.map(found -> "." + found.code()).orElse("");
    }

    /** Makes all of them. @throws Rejected when a row is not right: then none is made */
    List<Handed> make(String text) {
        List<Row> rows = look(text);
        if (rows.stream().anyMatch(row -> !row.problems().isEmpty())) {
            throw Rejected.because("access.bulk.wrong");
        }
        List<Handed> handed = rows.stream()
                .map(row -> new Handed(row.place(), row.name(), row.username(), passwords.oneTime()))
                .toList();
        List<String> hashes = handed.stream()
                .map(each -> passwords.hashOfOneTime(each.password()))
                .toList();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < rows.size(); i++) {
                add(rows.get(i), hashes.get(i));
            }
        });
        return handed;
    }

    private void add(Row row, String hash) {
        String role = row.role();
        if (role == null) {
            throw Rejected.because("access.bulk.wrong");
        }
        access.require(ACCOUNT_MANAGE, Subject.of(row.unit()));
        Grant grant = new Grant(role, row.unit(), row.agencyId());
        UUID id = accounts.add(
                new NewAccount(
                        row.username(), Text.of(row.name()), row.unit(), row.agencyId(), true, false, List.of(grant)),
                hash,
                clock.instant());
        if (!row.email().isEmpty()) {
            accounts.email(id, row.email());
        }
        audit.record("identity.audit.created", "account", id, ManagedAccounts.told(grant));
    }

    LocalDate until() {
        return LocalDate.ofInstant(clock.instant().plus(AccountService.ONE_TIME), clock.getZone());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
