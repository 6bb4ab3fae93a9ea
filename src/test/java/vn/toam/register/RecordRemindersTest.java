package vn.toam.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.access.Posts;
import vn.toam.shared.Numbers;
import vn.toam.shared.TestClock;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;

/** Whoever keeps a record hears of its days a week before and on the day. */
class RecordRemindersTest extends ToamTest {

    @Autowired
    RecordService service;

    @Autowired
    RecordReminders reminders;

    @Autowired
    Geographies geographies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestGround grounds;

    private final LocalDate lease = LocalDate.now(Numbers.ZONE).plusDays(40);
    private int commune;

    @BeforeEach
    void ground() {
        commune = grounds.take().commune();
    }

    private Map<String, List<String>> typed(LocalDate lease, String closed) {
        Map<String, List<String>> typed =
                new HashMap<>(Map.of("name", List.of("Mã"), "kind", List.of("SLOW"), "founded", List.of("2026-01-01")));
        typed.put("lease", List.of(lease.toString()));
        typed.put("closed_on", List.of(closed));
        return typed;
    }

    private UUID make() {
        return Posts.at("REPORTER", commune)
                .get(() -> service.create("chess-club", commune, null, UUID.randomUUID(), typed(lease, "")));
    }

    private LocalDateTime expected(UUID id) {
        return jdbc.sql("select min(due_at) from jobs.due where kind = 'register.due' and key = ?")
                .param(key(id))
                .query((row, n) -> row.getTimestamp(1) == null
                        ? null
                        : row.getTimestamp(1).toInstant().atZone(Numbers.ZONE).toLocalDateTime())
                .optional()
                .orElse(null);
    }

    private String key(UUID id) {
        return geographies.province(commune) + "/" + id;
    }

    private int told() {
        return jdbc.sql("select count(*) from notice.notice where unit = ? and text_vi like '%Hết hạn thuê phòng%'")
                .param(commune)
                .query(Integer.class)
                .single();
    }

    private void on(LocalDate day) {
        TestClock.ahead(Duration.between(LocalDateTime.now(Numbers.ZONE), day.atTime(7, 1)));
    }

    @Test
    void aWeekBeforeAndOnTheDayAndNotBetween() {
        UUID id = make();
        assertThat(expected(id)).isEqualTo(lease.minusDays(7).atTime(7, 0));
        on(lease.minusDays(7));
        reminders.due(key(id));
        assertThat(told()).isEqualTo(1);
        assertThat(expected(id)).isEqualTo(lease.atTime(7, 0));
        on(lease.minusDays(6));
        reminders.due(key(id));
        assertThat(told()).as("nothing is due on a day between").isEqualTo(1);
        on(lease);
        reminders.due(key(id));
        assertThat(told()).isEqualTo(2);
        assertThat(expected(id)).as("nothing comes after").isNull();
    }

    @Test
    void aDayThatWasPutOffIsExpectedThen() {
        UUID id = make();
        Posts.at("REPORTER", commune).run(() -> service.change(commune, id, 1, typed(lease.plusDays(30), ""), ""));
        assertThat(expected(id)).isEqualTo(lease.plusDays(23).atTime(7, 0));
    }

    @Test
    void nothingIsDueOfAClosedRecord() {
        UUID id = make();
        Posts.at("REPORTER", commune).run(() -> service.change(commune, id, 1, typed(lease, "2026-02-01"), ""));
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, 2, "CLOSED", LocalDate.of(2026, 2, 1), ""));
        assertThat(expected(id)).isNull();
        on(lease);
        reminders.due(key(id));
        assertThat(told()).isZero();
    }
}
