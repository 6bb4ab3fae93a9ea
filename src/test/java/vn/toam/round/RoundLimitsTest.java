package vn.toam.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.collection.RoundReader;
import vn.toam.definition.Calendar;
import vn.toam.jobs.DueWork;
import vn.toam.shared.Access;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.Settings;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.unit.TestGround.Ground;
import vn.toam.unit.UnitService;

/** The days and lengths of rounds, on both sides of each boundary. */
class RoundLimitsTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static final String WHY = "Rà soát theo công văn của Bộ";

    @Autowired
    private RoundService rounds;

    @Autowired
    private Rounds published;

    @Autowired
    private RoundMessages messages;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private RoundRepository repository;

    @Autowired
    private ExpectedReturns returns;

    @Autowired
    private StandingRounds standing;

    @Autowired
    private RoundReader reader;

    @Autowired
    private UnitService units;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Access access;

    @Autowired
    private Audit audit;

    @Autowired
    private Settings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TestGround grounds;

    private Ground ground;
    private Somebody reviewer;
    private LocalDate today;

    @BeforeEach
    void ground() {
        ground = grounds.take();
        reviewer = Posts.at("REVIEWER", ground.province());
        today = LocalDate.now(clock);
    }

    @Test
    void anEarlierLastDayLiesBetweenCutOffAndTheRulesOwnDay() {
        Round ruled =
                reviewer.get(() -> rounds.plan(catalog.form(FORM), ground.year(), 0, ground.province(), "", false));
        refused(() -> open(ruled.cutOff().minusDays(1)));
        refused(() -> open(ruled.due().plusDays(1)));

        Round first = open(ruled.cutOff());
        assertThat(first.due()).isEqualTo(ruled.cutOff());
        reviewer.run(() -> changes.undo(first.id()));
        assertThat(open(ruled.due()).due()).isEqualTo(ruled.due());
    }

    @Test
    void anExtensionIsLaterByADayOrAYearAndNotMore() {
        Round round = open(null);
        refused(() -> extend(round, round.due(), WHY));
        refused(() -> extend(round, round.due().plusYears(1).plusDays(1), WHY));

        extend(round, round.due().plusDays(1), WHY);
        reviewer.run(() -> changes.undo(round.id()));
        extend(round, round.due().plusYears(1), WHY);
    }

    @Test
    void anExtensionEndsTodayOrLater() {
        Round round = open(null);
        due(round, today.minusDays(5));
        refused(() -> extend(round, today.minusDays(1), WHY));

        extend(round, today, WHY);
        assertThat(repository.find(round.id()).orElseThrow().due()).isEqualTo(today);
    }

    @Test
    void aReasonHasFiveToAThousandCharacters() {
        Round round = open(null);
        LocalDate later = round.due().plusDays(1);
        refused(() -> extend(round, later, "1234"));
        refused(() -> extend(round, later, "x".repeat(1001)));

        extend(round, later, "12345");
        extend(round, later.plusDays(1), "x".repeat(1000));
    }

    @Test
    void anOccasionHasFiveToTwoHundredCharacters() {
        refused(() -> ask("1234", today, today.plusDays(3)));
        refused(() -> ask("x".repeat(201), today, today.plusDays(3)));

        ask("12345", today, today.plusDays(3));
        ask("x".repeat(200), today, today.plusDays(3));
    }

    @Test
    void anAdHocRoundLooksAYearBackOrAheadAndNoFurther() {
        refused(() -> ask(WHY, today.minusYears(1).minusDays(1), today.plusDays(3)));
        refused(() -> ask(WHY, today.plusYears(1).plusDays(1), today.plusYears(1)));
        refused(() -> ask(WHY, today, today.plusYears(1).plusDays(1)));
        refused(() -> ask(WHY, today.minusDays(2), today.minusDays(1)));
        refused(() -> ask(WHY, today, today));

        ask(WHY, today.minusYears(1), today.plusDays(3));
        ask(WHY, today, today.plusYears(1));
        ask(WHY, today.minusDays(1), today);
        ask(WHY, today, today.plusDays(1));
    }

    @Test
    void openRoundsAreFoundByTheirLastDayBothEndsIncluded() {
        Round round = open(null);
        LocalDate due = round.due();

        assertThat(repository.openDue(due, due)).contains(round);
        assertThat(repository.openDue(due.minusDays(9), due.minusDays(1))).doesNotContain(round);
        assertThat(repository.openDue(due.plusDays(1), due.plusDays(9))).doesNotContain(round);

        reviewer.run(() -> changes.close(round.id(), ground.communes().size()));
        assertThat(repository.openDue(due, due)).extracting(Round::id).doesNotContain(round.id());
    }

    @Test
    void aYearIsBeingGatheredThroughItsLastDay() {
        Round round = open(null);
        LocalDate due = round.due();

        assertThat(published.gathering(ground.province(), List.of(FORM), due)).contains(ground.year());
        assertThat(published.gathering(ground.commune(), List.of(FORM), due)).contains(ground.year());
        assertThat(published.gathering(UnitService.COUNTRY, List.of(FORM), due)).contains(ground.year());
        assertThat(published.gathering(ground.province(), List.of(FORM), due.plusDays(1)))
                .doesNotContain(ground.year());
        assertThat(published.gathering(ground.province(), List.of("family-plan-commune"), due))
                .doesNotContain(ground.year());
        assertThat(published.gathering(grounds.take().province(), List.of(FORM), due))
                .doesNotContain(ground.year());
        assertThat(published.years()).contains(ground.year()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(published.geographies()).containsEntry(ground.year(), round.geography());
        assertThat(published.geography(ground.year())).contains(round.geography());
        assertThat(published.geography(2199)).isEmpty();
    }

    @Test
    void yearsAreInPartsOnceAYearlyRoundAsksForAPart() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Round round = open(null);
            jdbc.sql("update round.round set occasion = 'Việc khác' where part <> 0")
                    .update();
            assertThat(published.inParts()).isFalse();
            part(round, "part = 1, occasion = 'Rà soát'");
            assertThat(published.inParts()).isFalse();
            part(round, "part = 1, occasion = null");
            assertThat(published.inParts()).isTrue();
        });
    }

    private void part(Round round, String set) {
        jdbc.sql("update round.round set " + set + " where id = ?")
                .param(round.id())
                .update();
    }

    @Test
    void whatIsToldOfARoundNamesFormPeriodLastDayAndReason() {
        Round round = open(null);
        Text told = messages.text("coordination.round.EXTEND", round, WHY, "");

        for (Locale locale : List.of(Locale.of("vi"), Locale.ENGLISH)) {
            assertThat(told.in(locale))
                    .contains(
                            catalog.form(FORM).name().in(locale),
                            String.valueOf(ground.year()),
                            Numbers.date(round.due()),
                            WHY);
        }
    }

    @Test
    void whatOpensByItselfIsEndedInOnePlaceAlone() {
        Ground other = grounds.take();
        Somebody there = Posts.at("REVIEWER", other.province());
        reviewer.run(() -> standing.keep(FORM, ground.province(), ""));
        there.run(() -> standing.keep(FORM, other.province(), ""));
        long before = ended();
        reviewer.run(() -> standing.drop(FORM, ground.province()));
        reviewer.run(() -> standing.drop(FORM, ground.province()));

        assertThat(reviewer.get(() -> standing.of(ground.province()))).isEmpty();
        assertThat(there.get(() -> standing.of(other.province()))).hasSize(1);
        assertThat(ended()).as("noted once").isEqualTo(before + 1);
        there.run(() -> standing.drop(FORM, other.province()));
    }

    private long ended() {
        return audit.timeline("unit", ground.province(), 200).stream()
                .filter(entry -> entry.action().equals("collection.audit.standing.end"))
                .count();
    }

    @Test
    void whatIsDoneToARoundLeavesTheOthersAlone() {
        Round mine = open(null);
        Ground other = grounds.take();
        Somebody there = Posts.at("REVIEWER", other.province());
        Round theirs = there.get(() -> rounds.open(FORM, other.year(), other.province(), ""));
        extend(mine, mine.due().plusDays(1), WHY);
        reviewer.run(() -> changes.close(mine.id(), ground.communes().size()));

        assertThat(repository.find(theirs.id())).contains(theirs);
        assertThat(repository.find(mine.id()).orElseThrow().open()).isFalse();
        assertThat(repository.find(mine.id()).orElseThrow().due())
                .isEqualTo(mine.due().plusDays(1));
    }

    @Test
    void aStandingRoundOpensFromTheFirstDayOfItsWindowToItsCutOff() {
        Round ruled =
                reviewer.get(() -> rounds.plan(catalog.form(FORM), ground.year(), 0, ground.province(), "", false));
        reviewer.run(() -> standing.keep(FORM, ground.province(), ""));
        String key = StandingRoundOpener.key(FORM, ground.province());
        try {
            for (LocalDate day :
                    List.of(ruled.opens().minusDays(1), ruled.cutOff().plusDays(1))) {
                transaction.executeWithoutResult(status -> opener(day).due(key));
                assertThat(asking()).as("%s", day).isFalse();
            }
            for (LocalDate day : List.of(ruled.opens(), ruled.cutOff())) {
                transaction.executeWithoutResult(status -> opener(day).due(key));
                assertThat(asking()).as("%s", day).isTrue();
                Round opened = reviewer.get(() -> reader.asking(ground.commune(), FORM, ground.year()))
                        .orElseThrow();
                assertThat(opened.demo()).isFalse();
                reviewer.run(() -> changes.undo(opened.id()));
            }
        } finally {
            reviewer.run(() -> standing.drop(FORM, ground.province()));
        }
    }

    @Test
    void aStandingRoundFallsDueOnTheFirstDayOfEachWindow() {
        Round ruled =
                reviewer.get(() -> rounds.plan(catalog.form(FORM), ground.year(), 0, ground.province(), "", false));
        Calendar calendar = catalog.calendar(catalog.form(FORM).calendar());

        assertThat(StandingRoundOpener.next(calendar, ruled.opens().minusDays(1)))
                .isEqualTo(ruled.opens());
        assertThat(StandingRoundOpener.next(calendar, ruled.opens()))
                .isEqualTo(ruled.opens().plusYears(1));
    }

    @Test
    void aStandingRoundIsLookedAtAtOnceAndThenOnTheFirstDayOfItsNextWindow() {
        String key = StandingRoundOpener.key(FORM, ground.province());
        LocalDate today = LocalDate.of(2031, 3, 3);
        Calendar calendar = catalog.calendar(catalog.form(FORM).calendar());
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            reviewer.run(() -> standing.keep(FORM, ground.province(), ""));
            assertThat(due(key)).isBeforeOrEqualTo(clock.instant());
            opener(today).due(key);
            assertThat(due(key))
                    .isEqualTo(StandingRoundOpener.next(calendar, today)
                            .atStartOfDay(Numbers.ZONE)
                            .toInstant());
        });
    }

    private Instant due(String key) {
        return jdbc.sql("select due_at from jobs.due where kind = ? and key = ?")
                .params(StandingRoundOpener.KIND, key)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** Standing rounds as on another day. */
    private StandingRoundOpener opener(LocalDate day) {
        Clock then = Clock.fixed(day.atTime(9, 0).atZone(Numbers.ZONE).toInstant(), Numbers.ZONE);
        RoundService service = new RoundService(repository, returns, units, catalog, access, changes, settings, then);
        return new StandingRoundOpener(repository, service, changes, dueWork, catalog, then);
    }

    private boolean asking() {
        return reviewer.get(() -> reader.asking(ground.commune(), FORM, ground.year()))
                .isPresent();
    }

    private Round open(@Nullable LocalDate due) {
        return reviewer.get(() -> rounds.open(FORM, ground.year(), 0, ground.province(), "", due));
    }

    private void ask(String why, LocalDate cutOff, LocalDate due) {
        reviewer.run(() -> rounds.openAdHoc(FORM, ground.province(), why, cutOff, due));
    }

    private void extend(Round round, LocalDate due, String why) {
        reviewer.run(() -> changes.extend(round.id(), due, why));
    }

    private void due(Round round, LocalDate day) {
        jdbc.sql("update round.round set due = ? where id = ?")
                .params(day, round.id())
                .update();
    }

    private static void refused(ThrowingCallable way) {
        assertThatThrownBy(way).isInstanceOf(Rejected.class);
    }
}
