package vn.toam.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.notice.MailRepository.Letter;
import vn.toam.shared.ToamTest;
import vn.toam.shared.TwoWriters;

/** Two servers that send letters at the same moment, and letters on both sides of their moment. */
class MailClaimTest extends ToamTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private TransactionTemplate transaction;

    private List<String> claimed(Instant now, int most) {
        return new MailRepository(jdbc)
                .claim(now, now.plusSeconds(900), most).stream()
                        .map(Letter::recipient)
                        .toList();
    }

    private void write(Instant at, String... recipients) {
        List<Letter> letters = new ArrayList<>();
        for (String recipient : recipients) {
            letters.add(new Letter(null, recipient, "a", "b"));
        }
        transaction.executeWithoutResult(status -> new MailRepository(jdbc).add(letters, at));
    }

    @Test
    void twoServersNeverTakeTheSameLetter() throws Exception {
        Instant moment = Instant.parse("2001-01-01T00:00:00Z");
        write(moment, "one@xa.vn", "two@xa.vn");
        List<String> first = new ArrayList<>();
        List<String> second = TwoWriters.second(
                database,
                transaction,
                () -> first.addAll(claimed(moment, 1)),
                () -> transaction.execute(status -> claimed(moment, 10)));
        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void aLetterIsTakenFromItsMomentOnTheOldestFirst() {
        Instant moment = Instant.parse("2002-01-01T00:00:00Z");
        write(moment.plusSeconds(1), "later@xa.vn");
        write(moment, "now@xa.vn");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(claimed(moment.minusMillis(1), 10)).doesNotContain("now@xa.vn", "later@xa.vn");
            assertThat(claimed(moment, 10)).contains("now@xa.vn").doesNotContain("later@xa.vn");
            assertThat(claimed(moment.plusSeconds(1), 10))
                    .contains("later@xa.vn")
                    .doesNotContain("now@xa.vn");
        });
        transaction.executeWithoutResult(status -> jdbc.sql("delete from notice.mail where recipient like '%@xa.vn'")
                .update());
    }

    @Test
    void whyALetterFailedIsKeptInFiveHundredCharacters() {
        Instant moment = Instant.parse("2003-01-01T00:00:00Z");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            MailRepository letters = new MailRepository(jdbc);
            letters.add(List.of(new Letter(null, "long@xa.vn", "a", "b")), moment);
            Letter letter = letters.claim(moment, moment, 50).stream()
                    .filter(each -> each.recipient().equals("long@xa.vn"))
                    .findFirst()
                    .orElseThrow();
            letters.failed(letter, "x".repeat(501), moment);
            assertThat(failure()).hasSize(500);
            letters.failed(letter, "y".repeat(500), moment);
            assertThat(failure()).hasSize(500);
            letters.sent(letter, moment);
            assertThat(failure()).isEmpty();
            assertThat(claimed(moment.plusSeconds(1_000_000), 50)).doesNotContain("long@xa.vn");
        });
    }

    private String failure() {
        return jdbc.sql("select failure from notice.mail where recipient = 'long@xa.vn'")
                .query(String.class)
                .single();
    }
}
