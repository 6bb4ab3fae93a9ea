package vn.toam.plancontent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final Pattern STANDING =
            Pattern.compile("(?iu)cơ quan thường trực|(?:là|làm) (?:cơ quan |đơn vị )?đầu mối|cơ quan đầu mối");

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

    /**
     * The agency that the paper calls the standing one, or the one it gives the collecting to; else the culture agency that it charges,
     * which the law charges with family work. Blank where the paper names none of them: then it is asked, for whoever stands here gets every
     * task without a name.
     */
    public static String standing(List<Element> all) {
        List<Element> kept =
                all.stream().filter(e -> e.state() != ElementState.DROPPED).toList();
        Map<UUID, String> bodies = new LinkedHashMap<>();
        kept.stream()
                .filter(e -> e.item() instanceof Item.Body body && !body.roles().contains(Role.REQUESTED))
                .forEach(e -> bodies.put(e.id(), e.item().text().vi()));
        return kept.stream()
                .filter(e -> e.parent() != null && bodies.containsKey(e.parent()))
                .filter(e -> STANDING.matcher(e.item().text().vi()).find())
                .map(e -> Objects.requireNonNull(bodies.get(e.parent())))
                .findFirst()
                .or(() -> bodies.values().stream()
                        .filter(name -> name.contains("Văn hóa") && name.matches("(Sở|Phòng|Ban|Bộ) .*"))
                        .findFirst())
                .orElse("");
    }

    /** The lines of "Nơi nhận". */
    public List<String> lines() {
        return recipients
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** @throws Rejected with every line that is missing or wrong */
    public void check() {
        List<Problem> problems = new ArrayList<>();
        need(problems, "name", name);
        need(problems, "number", number);
        need(problems, "issuer", issuer);
        need(problems, "standing", standing);
        if (issuedOn == null) {
            problems.add(new Problem("issuedOn", "plancontent.issue.missing", List.of()));
        }
        if (periodFrom == null || periodTo == null || periodFrom > periodTo || periodFrom < 1990 || periodTo > 2100) {
            problems.add(new Problem("periodFrom", "plancontent.issue.period", List.of()));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    private static void need(List<Problem> problems, String field, String value) {
        if (value.isBlank()) {
            problems.add(new Problem(field, "plancontent.issue.missing", List.of()));
        }
    }
}
