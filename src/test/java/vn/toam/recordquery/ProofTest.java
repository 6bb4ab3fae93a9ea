package vn.toam.recordquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.register.RecordService;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;

/** Which records lack proof: those that are counted, or would be, and no others. */
class ProofTest extends ToamTest {

    private static final String DAY = "2026-05-04";

    @Autowired
    RecordService service;

    @Autowired
    RegisterReader registers;

    @Autowired
    RecordReader records;

    @Autowired
    TestGround grounds;

    private int commune;

    @BeforeEach
    void ground() {
        commune = grounds.take().commune();
    }

    private UUID meeting(String title, String state) {
        return Posts.at("REPORTER", commune).get(() -> {
            UUID id = service.create(
                    "chess-meeting",
                    commune,
                    null,
                    UUID.randomUUID(),
                    Map.of(
                            "title",
                            List.of(title),
                            "kind",
                            List.of("EVENING"),
                            "day",
                            List.of(DAY),
                            "boards",
                            List.of("2")));
            if (!state.equals("PLANNED")) {
                service.move(commune, id, 1, state, LocalDate.parse(DAY), "");
            }
            return id;
        });
    }

    private boolean unproven(UUID id) {
        return Posts.at("REPORTER", commune)
                .get(() -> records.find("chess-meeting", commune, id).row().unproven());
    }

    @Test
    void whatWasCancelledOrNeverHeldNeedsNoProof() {
        UUID held = meeting("Một", "HELD");
        UUID cancelled = meeting("Hai", "CANCELLED");
        UUID planned = meeting("Ba", "PLANNED");

        assertThat(unproven(held)).isTrue();
        assertThat(unproven(cancelled)).isFalse();
        assertThat(unproven(planned)).isFalse();
        Posts.at("REPORTER", commune).run(() -> {
            RecordQuery query = RecordQuery.of(Map.of("unproven", "true"), commune);
            assertThat(registers.list("chess-meeting", query).slice().items())
                    .extracting(row -> row.record().id())
                    .containsExactly(held);
            assertThat(registers.index(commune).registers().stream()
                            .filter(each -> each.register().id().equals("chess-meeting"))
                            .map(RegisterSummary::unproven))
                    .containsExactly(1L);
        });
    }
}
