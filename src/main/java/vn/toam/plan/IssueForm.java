package vn.toam.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/**
 * What a person fills in to issue a plan; everything as typed.
 *
 * @param unresolved issue it although nobody is found for some of its tasks
 * @param another it is another plan than the one issued under the same number
 */
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
        String recipients,
        boolean unresolved,
        boolean another) {

    /** A form in which nothing unusual is confirmed. */
    public IssueForm(
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
        this(
                name,
                number,
                issuedOn,
                issuer,
                signer,
                signerTitle,
                standing,
                periodFrom,
                periodTo,
                recipients,
                false,
                false);
    }

    /** The agency that leads most; the law charges the culture agency with family work, so that one goes first. */
    static String standing(List<Element> all) {
        return all.stream()
                .filter(e -> e.state() != ElementState.DROPPED
                        && e.item() instanceof Item.Body body
                        && body.roles().contains(Role.LEAD))
                .map(e -> e.item().text().vi())
                .min(Comparator.comparing(name -> !name.contains("Văn hóa")))
                .orElse("");
    }

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
