package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.imports.ImportsInside;
import vn.toam.shared.NotFound;
import vn.toam.shared.TestClock;

/** What was sent in and never saved, or long since, is not kept for ever; nor is it thrown away while somebody works on it. */
class ForgottenImportsTest extends ExchangeTest {

    private static final Duration KEPT = Duration.ofDays(7);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @BeforeAll
    void open() {
        open(2038);
    }

    @Test
    void afterSevenDaysATableIsForgottenWithItsRowsAndNotBefore() {
        UUID id = in(receiver, "Mã xã;Tên xã;Tổng số hộ gia đình\n07339;Xã Tân Yên;12\n");
        assertThat(rows(id)).isPositive();

        TestClock.ahead(KEPT.minusMinutes(1));
        inside().forget(id);
        assertThat(view(receiver, id)).isNotNull();

        TestClock.ahead(KEPT.plusMinutes(1));
        inside().forget(id);
        assertThatThrownBy(() -> view(receiver, id)).isInstanceOf(NotFound.class);
        assertThat(rows(id)).isZero();
    }

    @Test
    void itFallsDueSevenDaysAfterItWasReceivedToTheMoment() {
        UUID id = in(receiver, "Mã xã;Tên xã;Tổng số hộ gia đình\n07339;Xã Tân Yên;12\n");

        assertThat(jdbc.sql("""
                        select d.due_at = i.created_at + interval '7 days' from jobs.due d join imports.import i on i.id::text = d.key
                        where d.kind = ? and d.key = ?""")
                        .params(ImportsInside.FORGET, id.toString())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void workWithoutASignForTwoMinutesIsSaidToBeInterrupted() {
        UUID id = in(receiver, "Mã xã;Tên xã;Tổng số hộ gia đình\n07339;Xã Tân Yên;12\n");
        jdbc.sql("update imports.import set status = 'COMPARING', changed_at = now() where id = ?")
                .param(id)
                .update();

        TestClock.ahead(Duration.ofSeconds(90));
        assertThat(view(receiver, id).silent()).isFalse();
        TestClock.ahead(Duration.ofSeconds(121));
        assertThat(view(receiver, id).silent()).isTrue();
    }

    private int rows(UUID id) {
        return jdbc.sql("select count(*) from imports.line where import = :id")
                .params(Map.of("id", id))
                .query(Integer.class)
                .single();
    }

    private ImportsInside inside() {
        return new ImportsInside(context);
    }
}
