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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.toam.shared.Conflict;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.submission.Cells;
import vn.toam.submission.Figures;

/** What the scripts of the form page talk to: changed cells, findings, and the page of the forms kept on a device. */
@Controller
class CellController {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final String BASE = "was.";

    private final CollectionService collection;
    private final FormReader reader;
    private final Words words;

    CellController(CollectionService collection, FormReader reader, Words words) {
        this.collection = collection;
        this.reader = reader;
        this.words = words;
    }

    /** Something to say beside a line: {@code name} is the input's; blank: about the whole form. */
    record Said(String name, String kind, String text) {}

    /**
     * @param version null: nothing more is taken, {@code said} tells why
     * @param at time of day of the save, HH:mm
     * @param theirs cells somebody else changed: name to what is stored
     * @param by who changed {@code theirs}
     * @param cells every cell as stored, when others saved meanwhile
     */
    record Answer(
            @Nullable Integer version,
            @Nullable String at,
            List<Said> said,
            Map<String, String> theirs,
            Map<String, String> cells,
            String by) {}

    /** The forms kept on the device that asks: a frame that its scripts fill. */
    @GetMapping("/collection/forms/kept")
    String kept() {
        return "collection/kept";
    }

    /** Takes changed cells: {@code f_x} or {@code n_x} with the new text, {@code was.f_x} with the text it was based on. */
    @PostMapping("/collection/forms/{round}/{unit}/cells")
    ResponseEntity<Answer> cells(
            @PathVariable UUID round,
            @PathVariable int unit,
            @RequestParam(defaultValue = "0") int version,
            @RequestHeader("Idempotency-Key") String key,
            @RequestParam Map<String, String> all,
            Locale locale) {
        List<Cells.Cell> cells = new ArrayList<>();
        for (Map.Entry<String, String> each : all.entrySet()) {
            if (each.getKey().matches("[fn]_.+")) {
                String base = all.get(BASE + each.getKey());
                if (base == null) {
                    return refused(HttpStatus.BAD_REQUEST, List.of());
                }
                cells.add(new Cells.Cell(each.getKey(), each.getValue(), base));
            }
        }
        try {
            CollectionService.Merged merged = collection.merge(round, unit, version, cells, key);
            CollectionService.Saved saved = merged.saved();
            return ResponseEntity.ok(new Answer(
                    saved.version(),
                    CLOCK.format(saved.at().atZone(Numbers.ZONE)),
                    unread(merged.unread(), locale),
                    merged.theirs(),
                    merged.cells(),
                    merged.by()));
        } catch (Rejected rejected) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, unread(rejected.problems(), locale));
        } catch (Conflict conflict) {
            return refused(
                    HttpStatus.CONFLICT, List.of(new Said("", "error", words.get(locale, "collection.problem.sent"))));
        }
    }

    /** What is odd in the figures as saved. Asked when typing pauses: looking at other forms and last year costs more than saving. */
    @GetMapping("/collection/forms/{round}/{unit}/findings.json")
    @ResponseBody
    List<Said> findings(@PathVariable UUID round, @PathVariable int unit, Locale locale) {
        return reader.findings(round, unit).stream()
                .map(finding -> new Said(
                        Figures.input(finding.field()),
                        finding.style(),
                        finding.check().message().in(locale)))
                .toList();
    }

    private static ResponseEntity<Answer> refused(HttpStatus status, List<Said> said) {
        return ResponseEntity.status(status).body(new Answer(null, null, said, Map.of(), Map.of(), ""));
    }

    private List<Said> unread(List<Rejected.Problem> problems, Locale locale) {
        List<Said> said = new ArrayList<>();
        for (Rejected.Problem problem : problems) {
            Object[] arguments = problem.arguments().stream()
                    .map(argument -> argument instanceof Text text ? text.in(locale) : argument)
                    .toArray();
            said.add(new Said(problem.field(), "error", words.get(locale, problem.key(), arguments)));
        }
        return said;
    }
}
