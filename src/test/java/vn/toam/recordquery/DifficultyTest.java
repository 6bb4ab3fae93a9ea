package vn.toam.recordquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.register.RecordService;
import vn.toam.register.Records;
import vn.toam.register.RegisterRecord;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Numbers;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;

/** A difficulty goes up, is answered by who was asked, and is closed by who raised it. */
class DifficultyTest extends ToamTest {

    @Autowired
    RecordService service;

    @Autowired
    Records repository;

    @Autowired
    Geographies geographies;

    @Autowired
    TestGround grounds;

    private final LocalDate today = LocalDate.now(Numbers.ZONE);
    private TestGround.Ground ground;
    private int commune;

    @BeforeEach
    void ground() {
        ground = grounds.take();
        commune = ground.commune();
    }

    private Map<String, List<String>> typed(int asked, String answer) {
        Map<String, List<String>> typed = new HashMap<>(Map.of(
                "topic", List.of("STAFF"),
                "text", List.of("Một người kiêm nhiệm bốn việc"),
                "raised", List.of(today.minusDays(3).toString()),
                "asked_of", List.of(String.valueOf(asked))));
        if (!answer.isEmpty()) {
            typed.put("answer", List.of(answer));
            typed.put("answered_on", List.of(today.toString()));
        }
        return typed;
    }

    private UUID raise() {
        return Posts.at("REPORTER", commune)
                .get(() ->
                        service.create("difficulty", commune, null, UUID.randomUUID(), typed(ground.province(), "")));
    }

    private RegisterRecord kept(UUID id) {
        return repository.find(geographies.province(commune), id).orElseThrow();
    }

    @Test
    void theUnitThatIsAskedAnswersInTheRecordOfTheOneThatRaisedIt() {
        UUID id = raise();
        Posts.at("PLANNER", ground.province()).run(() -> {
            service.step(commune, id, 1, "ANSWERED", today, typed(ground.province(), "Bổ sung một chỉ tiêu"), "");
        });
        assertThat(kept(id).state()).isEqualTo("ANSWERED");
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, 3, "CLOSED", today, ""));
        assertThat(kept(id).state()).isEqualTo("CLOSED");
    }

    @Test
    void onlyAUnitThatExistsIsAsked() {
        assertThatThrownBy(() -> Posts.at("REPORTER", commune)
                        .run(() ->
                                service.create("difficulty", commune, null, UUID.randomUUID(), typed(999_999_999, ""))))
                .isInstanceOf(vn.toam.shared.Rejected.class);
    }

    @Test
    void nobodyElseAnswers() {
        UUID id = raise();
        int elsewhere = grounds.take().province();
        for (String role : List.of("PLANNER", "REPORTER", "MEMBER")) {
            assertThatThrownBy(() ->
                            Posts.at(role, elsewhere).run(() -> service.move(commune, id, 1, "CLOSED", today, "")))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> Posts.at("LEADER", ground.province())
                        .run(() -> service.move(commune, id, 1, "CLOSED", today, "")))
                .isInstanceOf(NotAllowed.class);
    }
}
