package vn.toam.api;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.toam.collection.BulkEntry;
import vn.toam.collection.CollectionService;
import vn.toam.round.RoundService;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.submission.Submission;

/**
 * A unit's return in a round: figures in, sending, deciding. Every writing request carries an {@code Idempotency-Key}: the same request again
 * changes nothing and is answered like the first; the same key with another request is refused.
 */
@RestController
@RequestMapping("/api/v1/rounds/{round}/returns/{code}")
class ReturnApi {

    private static final String KEY = "Idempotency-Key";
    private static final byte[] NOTHING = {};

    private final BulkEntry entry;
    private final CollectionService collection;
    private final RoundService rounds;
    private final Codes codes;

    ReturnApi(BulkEntry entry, CollectionService collection, RoundService rounds, Codes codes) {
        this.entry = entry;
        this.collection = collection;
        this.rounds = rounds;
        this.codes = codes;
    }

    /** Where the return stands; {@code version} counts its changes. */
    record Standing(String status, int version, Map<String, BigDecimal> figures, Map<String, String> notes) {}

    /** The version after saving. */
    record Saved(int version) {}

    @GetMapping
    Standing standing(@PathVariable UUID round, @PathVariable String code) {
        int unit = unit(round, code);
        Submission found = entry.standing(round, List.of(unit)).get(unit);
        if (found == null) {
            throw new NotFound("return " + code);
        }
        return new Standing(found.status().name(), found.version(), found.figures(), found.notes());
    }

    /** Figures by line, null clears; notes by line, blank clears; proof: the paper from which it is typed for another unit. */
    @PutMapping(path = "/figures", consumes = MediaType.APPLICATION_JSON_VALUE)
    Saved figures(
            @PathVariable UUID round,
            @PathVariable String code,
            @RequestHeader(KEY) String key,
            @RequestBody byte[] typed,
            HttpServletRequest request) {
        JsonBody body = new JsonBody(typed, Set.of("figures", "notes", "proof"));
        Map<String, @Nullable BigDecimal> figures = body.numbers("figures");
        Map<String, String> notes = body.texts("notes");
        String proof = body.optionalText("proof");
        if (figures.isEmpty() && notes.isEmpty()) {
            body.refuse("/figures", "api.refused.missing", "figures");
        }
        body.check();
        return save(round, code, figures, notes, proof, Once.key(key, request, typed));
    }

    /** One figure, null clears; proof as of {@link #figures}. */
    @PutMapping(path = "/figures/{line}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Saved cell(
            @PathVariable UUID round,
            @PathVariable String code,
            @PathVariable String line,
            @RequestHeader(KEY) String key,
            @RequestBody byte[] typed,
            HttpServletRequest request) {
        JsonBody body = new JsonBody(typed, Set.of("value", "proof"));
        Map<String, @Nullable BigDecimal> one = new java.util.HashMap<>();
        one.put(line, body.number("value"));
        String proof = body.optionalText("proof");
        body.check();
        return save(round, code, one, Map.of(), proof, Once.key(key, request, typed));
    }

    @PostMapping("/submit")
    void submit(
            @PathVariable UUID round,
            @PathVariable String code,
            @RequestHeader(KEY) String key,
            @RequestBody(required = false) byte @Nullable [] typed,
            HttpServletRequest request) {
        JsonBody.nothing(typed);
        int unit = unit(round, code);
        Submission now = entry.standing(round, List.of(unit)).get(unit);
        if (now == null) {
            throw new NotFound("return " + code);
        }
        collection.submit(round, unit, now.version(), Once.key(key, request, NOTHING));
    }

    @PostMapping("/accept")
    void accept(
            @PathVariable UUID round,
            @PathVariable String code,
            @RequestHeader(KEY) String key,
            @RequestBody(required = false) byte @Nullable [] typed,
            HttpServletRequest request) {
        JsonBody.nothing(typed);
        collection.accept(round, unit(round, code), Once.key(key, request, NOTHING));
    }

    /** Sent back with a remark, which must be there. */
    @PostMapping(path = "/return", consumes = MediaType.APPLICATION_JSON_VALUE)
    void sendBack(
            @PathVariable UUID round,
            @PathVariable String code,
            @RequestHeader(KEY) String key,
            @RequestBody byte[] typed,
            HttpServletRequest request) {
        JsonBody body = new JsonBody(typed, Set.of("remark"));
        String remark = body.text("remark");
        body.check();
        collection.sendBack(round, unit(round, code), remark, Once.key(key, request, typed));
    }

    private Saved save(
            UUID round,
            String code,
            Map<String, @Nullable BigDecimal> figures,
            Map<String, String> notes,
            String proof,
            String key) {
        BulkEntry.Outcome outcome = entry.save(
                        round, List.of(new BulkEntry.Return(unit(round, code), figures, notes)), key, proof)
                .getFirst();
        Integer version = outcome.version();
        if (version == null) {
            throw new Rejected(outcome.problems());
        }
        return new Saved(version);
    }

    private int unit(UUID round, String code) {
        return codes.unit(code, rounds.geography(round));
    }
}
