package vn.toam.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/** What a person fills in to issue a plan; everything as typed. */
public record IssueForm(
        String name,
        String number,
        @Nullable LocalDate issuedOn,
        String issuer,
        String signer,
        String signerTitle,
        String standing,
        @Nullable Integer periodFrom,
        @Nullable Integer periodTo,
        String recipients) {

    /** The lines of "Nơi nhận". */
    List<String> lines() {
        return recipients
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** @throws Rejected with every line that is missing or wrong */
    void check() {
        List<Problem> problems = new ArrayList<>();
        need(problems, "name", name);
        need(problems, "number", number);
        need(problems, "issuer", issuer);
        need(problems, "standing", standing);
        if (issuedOn == null) {
            problems.add(new Problem("issuedOn", "plan.issue.missing", List.of()));
        }
        if (periodFrom == null || periodTo == null || periodFrom > periodTo || periodFrom < 1990 || periodTo > 2100) {
            problems.add(new Problem("periodFrom", "plan.issue.period", List.of()));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    private static void need(List<Problem> problems, String field, String value) {
        if (value.isBlank()) {
            problems.add(new Problem(field, "plan.issue.missing", List.of()));
        }
    }
}
