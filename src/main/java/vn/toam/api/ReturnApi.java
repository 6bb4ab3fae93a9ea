package vn.toam.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.toam.collection.BulkEntry;
import vn.toam.collection.CollectionService;
import vn.toam.collection.RoundService;
import vn.toam.collection.Submission;
import vn.toam.shared.NotFound;

/**
 * A unit's return in a round: figures in, sending, deciding. Every writing request carries an {@code Idempotency-Key}: the same request again
 * changes nothing and is answered like the first.
 */
@RestController
@RequestMapping("/api/v1/rounds/{round}/returns/{code}")
class ReturnApi {

    private final BulkEntry entry;
    private final CollectionService collection;
    private final RoundService rounds;
    private final Codes codes;
    private final ApiErrors errors;

    ReturnApi(BulkEntry entry, CollectionService collection, RoundService rounds, Codes codes, ApiErrors errors) {
        this.entry = entry;
        this.collection = collection;
        this.rounds = rounds;
        this.codes = codes;
        this.errors = errors;
    }

    /** Figures by line, null clears; notes by line, blank clears; proof: the paper from which it is typed for another unit. */
    record Figures(
            Map<String, @Nullable BigDecimal> figures,
            @Nullable Map<String, String> notes,
            @Nullable String proof) {}

    /** One figure, null clears; proof as of {@link Figures}. */
    record Cell(@Nullable BigDecimal value, @Nullable String proof) {}

    /** Where the return stands; {@code version} counts its changes. */
    record Standing(String status, int version, Map<String, BigDecimal> figures, Map<String, String> notes) {}

    /** The version after saving. */
    record Saved(int version) {}

    /** A remark or reason; asked for when returning. */
    record Remark(String remark) {}

    @GetMapping
    Standing standing(@PathVariable UUID round, @PathVariable String code) {
        int unit = unit(round, code);
        Submission found = entry.standing(round, List.of(unit)).get(unit);
        if (found == null) {
            throw new NotFound("return " + code);
        }
        return new Standing(found.status().name(), found.version(), found.figures(), found.notes());
    }

    @PutMapping("/figures")
    ResponseEntity<?> figures(
            @PathVariable UUID round,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Figures typed,
            WebRequest request) {
        Map<String, String> notes = typed.notes();
        return save(round, code, typed.figures(), notes == null ? Map.of() : notes, typed.proof(), key, request);
    }

    @PutMapping("/figures/{line}")
    ResponseEntity<?> cell(
            @PathVariable UUID round,
            @PathVariable String code,
            @PathVariable String line,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Cell cell,
            WebRequest request) {
        Map<String, @Nullable BigDecimal> one = new java.util.HashMap<>();
        one.put(line, cell.value());
        return save(round, code, one, Map.of(), cell.proof(), key, request);
    }

    @PostMapping("/submit")
    void submit(@PathVariable UUID round, @PathVariable String code, @RequestHeader("Idempotency-Key") String key) {
        int unit = unit(round, code);
        Submission now = entry.standing(round, List.of(unit)).get(unit);
        if (now == null) {
            throw new NotFound("return " + code);
        }
        collection.submit(round, unit, now.version(), key);
    }

    @PostMapping("/accept")
    void accept(@PathVariable UUID round, @PathVariable String code, @RequestHeader("Idempotency-Key") String key) {
        collection.accept(round, unit(round, code), key);
    }

    @PostMapping("/return")
    void sendBack(
            @PathVariable UUID round,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Remark remark) {
        collection.sendBack(round, unit(round, code), remark.remark(), key);
    }

    private ResponseEntity<?> save(
            UUID round,
            String code,
            Map<String, @Nullable BigDecimal> figures,
            Map<String, String> notes,
            @Nullable String proof,
            String key,
            WebRequest request) {
        BulkEntry.Outcome outcome = entry.save(
                        round,
                        List.of(new BulkEntry.Return(unit(round, code), figures, notes)),
                        key,
                        proof == null ? "" : proof)
                .getFirst();
        Integer version = outcome.version();
        return version == null
                ? ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .body(new ApiErrors.Refused(
                                422, errors.faults(outcome.problems(), ApiErrors.language(request))))
                : ResponseEntity.ok(new Saved(version));
    }

    private int unit(UUID round, String code) {
        return codes.unit(code, rounds.geography(round));
    }
}
