package vn.toam.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/**
 * What is typed to make an account.
 *
 * @param nameVi the post in Vietnamese; {@code nameEn} may be blank
 * @param agency id of the agency it acts for
 * @param role what it may do there
 */
public record AccountForm(String username, String nameVi, String nameEn, int unit, int agency, String role) {

    /** What a browser leaves out (no choice made) counts as empty. */
    public AccountForm {
        username = username == null ? "" : username;
        nameVi = nameVi == null ? "" : nameVi;
        nameEn = nameEn == null ? "" : nameEn;
        role = role == null ? "" : role;
    }

    /** A user name: starts with a letter or digit, 2 to 40 of a–z, 0–9, point, hyphen, underscore. */
    public static final String USERNAME = "[a-z0-9][a-z0-9._-]{1,39}";

    /** Nothing typed yet, for a unit. */
    static AccountForm empty(int unit) {
        return new AccountForm("", "", "", unit, 0, "");
    }

    public AccountForm tidy() {
        return new AccountForm(
                username.strip().toLowerCase(Locale.ROOT), nameVi.strip(), nameEn.strip(), unit, agency, role.strip());
    }

    /** @throws Rejected with everything that is missing or misshapen */
    public void check(Roles roles) {
        List<Problem> problems = new ArrayList<>();
        if (!username.matches(USERNAME)) {
            problems.add(new Problem("username", "access.account.username.shape", List.of()));
        }
        if (nameVi.isEmpty()) {
            problems.add(new Problem("nameVi", "access.account.name.missing", List.of()));
        }
        if (agency == 0) {
            problems.add(new Problem("agency", "access.account.agency.missing", List.of()));
        }
        if (roles.find(role).isEmpty()) {
            problems.add(new Problem("role", "access.account.role.missing", List.of()));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }
}
