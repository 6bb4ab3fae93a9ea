package vn.toam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.SecondServer;
import vn.toam.shared.Numbers;
import vn.toam.shared.TestClock;
import vn.toam.shared.ToamTest;
import vn.toam.shared.Words;

/** Work that falls due is done once its moment has come, once, by one of several servers; what fails is tried again. */
class DueWorkTest extends ToamTest {

    private static final Instant THEN = Instant.parse("2031-05-04T00:00:00Z");

    @Autowired
    private DueWork due;

    @Autowired
    private DueRepository items;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private List<DueHandler> handlers;

    @Autowired
    private Words words;

    @Autowired
    private JdbcClient jdbc;

    /** A kind of its own for each test: what others have waiting is nobody's here. */
    private final String kind = "shared." + UUID.randomUUID();

    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void itIsDoneFromItsMomentOnAndOnce() {
        due.at(THEN, kind, "a");

        run(THEN.minusMillis(1));
        assertThat(done).isEmpty();
        run(THEN);
        run(THEN.plusSeconds(60));
        assertThat(done).containsExactly("a");
    }

    @Test
    void theClockOfTheInstallationSaysWhatIsDue() {
        Clock clock = new TestClock();
        due.at(clock.instant().plus(Duration.ofDays(3)), kind, "a");
        DueRunner runner = runner(clock, done::add);

        runner.run();
        assertThat(done).isEmpty();
        TestClock.ahead(Duration.ofDays(3));
        runner.run();
        assertThat(done).containsExactly("a");
    }

    @Test
    void saidAgainItIsOneAndAnotherMomentTakesThePlaceOfTheFirst() {
        due.at(THEN, kind, "later");
        due.at(THEN, kind, "later");
        due.at(THEN.plusSeconds(10), kind, "later");
        due.at(THEN, kind, "sooner");
        due.at(THEN.minusSeconds(10), kind, "sooner");
        due.at(THEN, kind, "dropped");
        due.drop(kind, "dropped");

        run(THEN.minusSeconds(10));
        assertThat(done).containsExactly("sooner");
        run(THEN.plusSeconds(9));
        assertThat(done).containsExactly("sooner");
        run(THEN.plusSeconds(10));
        assertThat(done).containsExactly("sooner", "later");
    }

    @Test
    void whatIsSaidInATransactionThatIsTakenBackWasNeverSaid() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            due.at(THEN, kind, "a");
            status.setRollbackOnly();
        });
        run(THEN);
        assertThat(done).isEmpty();
    }

    @Test
    void theLongestDueComesFirst() {
        due.at(THEN.minusSeconds(1), kind, "b");
        due.at(THEN, kind, "c");
        due.at(THEN.minusSeconds(2), kind, "a");

        run(THEN);
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void whatSaysItselfAgainFallsDueAgainThen() {
        due.at(THEN, kind, "daily");
        Consumer<String> daily = key -> {
            done.add(key);
            due.at(THEN.plus(Duration.ofDays(done.size())), kind, key);
        };

        runner(at(THEN), daily).run();
        runner(at(THEN.plus(Duration.ofDays(1)).minusMillis(1)), daily).run();
        assertThat(done).hasSize(1);
        runner(at(THEN.plus(Duration.ofDays(1))), daily).run();
        assertThat(done).hasSize(2);
    }

    @Test
    void aKindThatNobodyKnowsIsLeftToWhoKnowsIt() {
        due.at(THEN, kind + ".newer", "a");
        run(THEN);
        assertThat(waiting(kind + ".newer")).isEqualTo(1);
    }

    @Test
    void whatFailsLeavesNothingBehindIsTriedAgainAfterAPauseAndOthersGoOn() {
        due.at(THEN, kind, "bad");
        due.at(THEN.plusSeconds(1), kind, "good");
        Consumer<String> half = key -> {
            done.add(key);
            if (key.equals("bad")) {
                due.at(THEN.plus(Duration.ofDays(900)), kind, "half");
                throw new IllegalStateException("planted");
            }
        };

        runner(at(THEN.plusSeconds(2)), half).run();
        assertThat(done).containsExactly("bad", "good");
        assertThat(waiting(kind)).as("the failed one alone").isEqualTo(1);
        assertThat(due.failing(List.of(handler(done::add)))).singleElement().satisfies(each -> {
            assertThat(each.tries()).isEqualTo(1);
            assertThat(each.failure()).contains("IllegalStateException").doesNotContain("planted");
        });

        Instant again = THEN.plusSeconds(2).plus(DueRunner.pause(0));
        run(again.minusMillis(1));
        assertThat(done).hasSize(2);
        run(again);
        assertThat(done).containsExactly("bad", "good", "bad");
        assertThat(waiting(kind)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 4", "10, 1024", "11, 1440", "63, 1440", "1000, 1440"})
    void pausesGrowToADay(int tries, int minutes) {
        assertThat(DueRunner.pause(tries)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void anErrorOfOneKeyKeepsNothingFromBeingDone() {
        due.at(THEN, kind, "endless");
        due.at(THEN.plusSeconds(1), kind, "good");

        runner(at(THEN.plusSeconds(1)), key -> {
                    if (key.equals("endless")) {
                        throw new StackOverflowError();
                    }
                    done.add(key);
                })
                .run();
        assertThat(done).containsExactly("good");
    }

    @Test
    void twoServersAtTheSameTimeDoEachOnce() throws Exception {
        List<String> keys = IntStream.range(0, 200).mapToObj(String::valueOf).toList();
        keys.forEach(key -> due.at(THEN, kind, key));
        DueRunner here = runner(at(THEN), done::add);
        DueRunner there = there(at(THEN), done::add);

        SecondServer.together(List.<Callable<Boolean>>of(running(here), running(there), running(here), running(there)));
        assertThat(done).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(waiting(kind)).isZero();
    }

    @Test
    void whatOneServerIsDoingTheOtherPassesOverUntilThatServerDies() throws Exception {
        due.at(THEN, kind, "slow");
        due.at(THEN.plusSeconds(1), kind, "next");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        Queue<Integer> connection = new ConcurrentLinkedQueue<>();
        JdbcClient its = SecondServer.bean(JdbcClient.class);
        DueRunner dying = there(at(THEN), key -> {
            connection.add(
                    its.sql("select pg_backend_pid()").query(Integer.class).single());
            begun.countDown();
            await(may);
        });
        Thread server = Thread.ofPlatform().start(dying::run);
        await(begun);

        run(THEN.plusSeconds(1));
        assertThat(done).as("passed over").containsExactly("next");

        jdbc.sql("select pg_terminate_backend(?, 10000)")
                .param(connection.remove())
                .query(Boolean.class)
                .single();
        run(THEN.plusSeconds(1));
        assertThat(done).as("taken over at once").containsExactly("next", "slow");
        may.countDown();
        server.join();
        assertThat(waiting(kind)).isZero();
    }

    @Test
    void whatWaitsIsSaidAgainOnceAfterAStartAndAgainWhereThatFailed() {
        Queue<String> renewed = new ConcurrentLinkedQueue<>();
        DueRunner runner = new DueRunner(
                items,
                List.of(new DueHandler() {
                    @Override
                    public String kind() {
                        return kind;
                    }

                    @Override
                    public void due(String key) {
                        done.add(key);
                    }

                    @Override
                    public void renew() {
                        renewed.add("");
                        due.at(THEN, kind, "of an older release");
                        if (renewed.size() == 1) {
                            throw new IllegalStateException("planted");
                        }
                    }
                }),
                transactions,
                at(THEN));

        runner.run();
        assertThat(done).isEmpty();
        runner.run();
        runner.run();
        assertThat(renewed).hasSize(2);
        assertThat(done).containsExactly("of an older release");
    }

    @Test
    void everyKindIsNamedByItsModuleAndSaidInBothLanguages() {
        Map<String, DueHandler> known = handlers.stream().collect(Collectors.toMap(DueHandler::kind, each -> each));
        assertThat(known).hasSizeGreaterThan(5);
        known.forEach((name, handler) -> {
            String home = AopUtils.getTargetClass(handler).getPackageName().replaceFirst("vn\\.toam\\.", "");
            assertThat(name).startsWith(home + ".");
            for (Locale locale : List.of(Locale.of("vi"), Locale.ENGLISH)) {
                assertThat(words.get(locale, name + ".work")).isNotBlank().isNotEqualTo(name + ".work");
            }
        });
    }

    private void run(Instant now) {
        runner(at(now), done::add).run();
    }

    private DueRunner runner(Clock clock, Consumer<String> work) {
        return new DueRunner(items, List.of(handler(work)), transactions, clock);
    }

    /** The runner of a second server. */
    private DueRunner there(Clock clock, Consumer<String> work) {
        return new DueRunner(
                SecondServer.bean(DueRepository.class),
                List.of(handler(work)),
                SecondServer.bean(PlatformTransactionManager.class),
                clock);
    }

    private DueHandler handler(Consumer<String> work) {
        return new DueHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void due(String key) {
                work.accept(key);
            }
        };
    }

    private static Callable<Boolean> running(DueRunner runner) {
        return () -> {
            runner.run();
            return true;
        };
    }

    private int waiting(String of) {
        return jdbc.sql("select count(*) from jobs.due where kind = ?")
                .param(of)
                .query(Integer.class)
                .single();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now.truncatedTo(ChronoUnit.MILLIS), Numbers.ZONE);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
