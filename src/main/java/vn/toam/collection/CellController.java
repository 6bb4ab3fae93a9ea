package vn.toam.collection;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.toam.shared.Conflict;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** Autosave of the form page: takes the cells changed since the last time, answers what the page must show beside them. */
@RestController
class CellController {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final CollectionService collection;
    private final Words words;

    CellController(CollectionService collection, Words words) {
        this.collection = collection;
        this.words = words;
    }

    /** Something to say beside a line: {@code field} is the field's id. */
    record Said(String field, String kind, String text) {}

    /** {@code version} null: nothing was saved. {@code at} is the time of day, HH:mm. */
    record Answer(@Nullable Integer version, @Nullable String at, List<Said> said) {}

    @PostMapping("/collection/forms/{round}/{unit}/cells")
    ResponseEntity<Answer> cells(
            @PathVariable UUID round,
            @PathVariable int unit,
            @RequestParam int version,
            @RequestHeader("Idempotency-Key") String key,
            @RequestParam Map<String, String> all,
            Locale locale) {
        try {
            CollectionService.Saved saved = collection.save(round, unit, version, FormController.typed(all), key);
            return ResponseEntity.ok(new Answer(
                    saved.version(), CLOCK.format(saved.at().atZone(Numbers.ZONE)), said(saved.findings(), locale)));
        } catch (Rejected rejected) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(new Answer(null, null, unreadable(rejected, locale)));
        } catch (Conflict conflict) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Answer(null, null, List.of()));
        }
    }

    private static List<Said> said(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding -> new Said(
                        finding.field(),
                        finding.style(),
                        finding.check().message().in(locale)))
                .toList();
    }

    private List<Said> unreadable(Rejected rejected, Locale locale) {
        List<Said> said = new ArrayList<>();
        for (Rejected.Problem problem : rejected.problems()) {
            Object[] arguments = problem.arguments().stream()
                    .map(argument -> argument instanceof Text text ? text.in(locale) : argument)
                    .toArray();
            String field = problem.field().isEmpty() ? "" : problem.field().substring(2);
            said.add(new Said(field, "error", words.get(locale, problem.key(), arguments)));
        }
        return said;
    }
}
