package vn.toam.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As;
import vn.toam.assignment.Course;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyFilter;
import vn.toam.assignment.DutyNews;
import vn.toam.assignment.DutyStatistics;
import vn.toam.assignment.DutyStatus;
import vn.toam.assignment.Extension;
import vn.toam.assignment.PlanCard;
import vn.toam.assignment.Progress;
import vn.toam.assignment.Stage;
import vn.toam.assignment.Timeliness;
import vn.toam.assignment.Transfer;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.definition.WorkDays;
import vn.toam.definition.WorkYear;
import vn.toam.document.Documents;
import vn.toam.jobs.DueWork;
import vn.toam.plan.PlanService;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;
import vn.toam.shared.Words;
import vn.toam.unit.Geographies;

/** The life of a duty day by day: a duty of the police of Hải Phòng, due 15/12/2026 unless a case says otherwise. */
@Transactional
class CourseTest extends ToamTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 15);

    @Autowired
    private DutyRepository repository;

    @Autowired
    private CourseRepository courses;

    @Autowired
    private ProgressRepository progress;

    @Autowired
    private DutyListRepository lists;

    @Autowired
    private Geographies geographies;

    @Autowired
    private DutyDesk desk;

    @Autowired
    private DutyRecords records;

    @Autowired
    private Addressees addressees;

    @Autowired
    private DutyService duties;

    @Autowired
    private TransferService transfers;

    @Autowired
    private PlanService plans;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Documents documents;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Words words;

    @Autowired
    private Access access;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DueWork due;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private As as;

    private final List<DutyNews> told = new ArrayList<>();
    private int part = 100;

    @Test
    void whatIsSentBackCountsAsNotDoneUntilItComesAgain() {
        UUID duty = duty("police.hp", DUE);
        submit(duty, "2026-12-10");
        planner(() -> on("2026-12-11").decisions().sendBack(duty, "Thiếu số liệu quý IV"));
        assertThat(word(duty, "2026-12-14")).isEqualTo(Timeliness.SOON);
        assertThat(word(duty, "2026-12-16")).isEqualTo(Timeliness.OVERDUE);
        submit(duty, "2026-12-17");
        planner(() -> on("2026-12-18").decisions().confirm(duty));

        assertThat(word(duty, "2026-12-31")).isEqualTo(Timeliness.DONE_LATE);
        assertThat(find(duty).late(catalog.workDays(), LocalDate.of(2026, 12, 31)))
                .isEqualTo(2);
        assertThat(as.role("planner.hp").get(() -> duties.timeline(duty)))
                .extracting(Progress::act)
                .containsExactlyInAnyOrder(
                        DutyAction.REPORT, DutyAction.SEND_BACK, DutyAction.REPORT, DutyAction.CONFIRM);
    }

    @Test
    void aLateConfirmationHarmsNobody() {
        UUID duty = duty("police.hp", DUE);
        submit(duty, "2026-12-14");
        assertThat(word(duty, "2026-12-31")).isEqualTo(Timeliness.DONE_ON_TIME);
        planner(() -> on("2027-01-04").decisions().confirm(duty));
        assertThat(word(duty, "2027-01-05")).isEqualTo(Timeliness.DONE_ON_TIME);
        assertThat(find(duty).stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void aBodyThatIsAskedIsNeverLateInNoRateAndNotUrged() {
        UUID duty = requested();
        assertThat(word(duty, "2027-03-01")).isEqualTo(Timeliness.NOT_ANSWERED);
        assertThat(find(duty).overdue(LocalDate.of(2027, 3, 1))).isFalse();
        assertThatThrownBy(() -> planner(() -> on("2027-03-01").urging().urge(duty, "")))
                .isInstanceOf(Rejected.class);
        assertThat(as.role("planner.hp")
                        .get(() -> on("2027-03-01").urging().preview(List.of(duty)))
                        .skipped())
                .containsEntry(Urging.Skip.REQUESTED, 1);
        DutyFilter plan = DutyFilter.of(DutyFilter.Side.GIVEN, DutyFilter.Show.ALL)
                .of(find(duty).plan());
        jdbc.sql("update duty.duty set stage = 'CANCELLED', status = 'NOT_STARTED' where plan = ? and id <> ?")
                .params(find(duty).plan(), duty)
                .update();
        DutyStatistics boxes =
                as.role("planner.hp").get(() -> on("2027-03-01").lists().boxes(plan));
        assertThat(boxes.all()).isZero();
        assertThat(boxes.asked()).isEqualTo(1);
        assertThat(boxes.doneRate()).isNull();
    }

    @Test
    void anExtensionAskedInTimeMakesItOnTimeButNotByTheFirstDay() {
        UUID duty = duty("police.hp", DUE);
        police(() -> on("2026-12-14").reports().askExtension(duty, LocalDate.of(2026, 12, 22), "Chờ số liệu cấp xã"));
        planner(() -> on("2026-12-15").decisions().decideExtension(duty, true, ""));
        assertThat(word(duty, "2026-12-18")).isEqualTo(Timeliness.SOON);
        submit(duty, "2026-12-21");

        Course course = find(duty).course();
        assertThat(word(duty, "2026-12-31")).isEqualTo(Timeliness.DONE_ON_TIME);
        assertThat(course.first()).isEqualTo(DUE);
        assertThat(course.onTimeFirst()).isFalse();
        assertThat(catalog.workDays().late(course.first(), LocalDate.of(2026, 12, 21)))
                .isEqualTo(4);
    }

    @Test
    void anExtensionAskedAfterTheDayGivesTimeButStaysLate() {
        UUID duty = duty("police.hp", DUE);
        police(() -> on("2026-12-16").reports().askExtension(duty, LocalDate.of(2026, 12, 22), "Chờ số liệu cấp xã"));
        planner(() -> on("2026-12-16").decisions().decideExtension(duty, true, ""));
        submit(duty, "2026-12-21");

        assertThat(word(duty, "2026-12-31")).isEqualTo(Timeliness.DONE_LATE);
        assertThat(find(duty).course().onTimeFirst()).isFalse();
        assertThat(find(duty).late(catalog.workDays(), LocalDate.of(2026, 12, 31)))
                .isEqualTo(4);
    }

    @Test
    void theAskerNeverDecidesAndOnlyOneRequestIsOpen() {
        UUID duty = duty("planner.hp", DUE);
        LocalDate later = LocalDate.of(2026, 12, 22);
        planner(() -> on("2026-12-14").reports().askExtension(duty, later, "Bận tổng kết"));
        assertThatThrownBy(() -> planner(() -> on("2026-12-14").decisions().decideExtension(duty, true, "Được")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> planner(() -> on("2026-12-14").reports().askExtension(duty, later, "Lần nữa")))
                .isInstanceOf(Rejected.class);
        as.role("leader.hp").run(() -> on("2026-12-14").decisions().decideExtension(duty, false, "Làm kịp được"));
        assertThat(find(duty).due()).isEqualTo(DUE);
    }

    @Test
    void aRequestThatNobodyDecidesOnIsNotGrantedAfterThreeWorkingDays() {
        UUID duty = duty("police.hp", DUE);
        police(() -> on("2026-12-10").reports().askExtension(duty, LocalDate.of(2026, 12, 22), "Chờ số liệu"));
        on("2026-12-15").undecided().due(duty.toString());
        assertThat(courses.extensions(duty))
                .singleElement()
                .satisfies(one -> assertThat(one.granted()).isNull());
        on("2026-12-16").undecided().due(duty.toString());
        assertThat(courses.extensions(duty))
                .singleElement()
                .satisfies(one -> assertThat(one.granted()).isFalse());
        assertThat(told.getLast().what()).isEqualTo(DutyNews.What.NOT_EXTENDED);
        assertThat(find(duty).due()).isEqualTo(DUE);
    }

    @Test
    void aRequestFallsDueWithTheDayAfterTheThreeWorkingDays() {
        UUID duty = duty("police.hp", DUE);
        police(() -> on("2026-12-10").reports().askExtension(duty, LocalDate.of(2026, 12, 22), "Chờ số liệu"));
        on("2026-12-10").undecided().due(duty.toString());

        assertThat(jdbc.sql("select due_at from jobs.due where kind = ? and key = ?")
                        .params(UndecidedExtensions.KIND, duty.toString())
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(LocalDate.of(2026, 12, 16).atStartOfDay(Numbers.ZONE).toInstant());
    }

    @Test
    void aThirdExtensionIsRefused() {
        UUID duty = duty("police.hp", DUE);
        for (int day = 16; day <= 17; day++) {
            LocalDate due = LocalDate.of(2026, 12, day);
            police(() -> on("2026-12-10").reports().askExtension(duty, due, "Chờ số liệu"));
            planner(() -> on("2026-12-10").decisions().decideExtension(duty, true, "Đồng ý"));
        }
        assertThatThrownBy(() ->
                        police(() -> on("2026-12-10").reports().askExtension(duty, LocalDate.of(2026, 12, 18), "Nữa")))
                .isInstanceOf(Rejected.class);
        assertThat(find(duty).course().first()).isEqualTo(DUE);
    }

    @Test
    void moreTimeIsAskedForALaterDayNotBeforeTodayAndWithinTheNextYear() {
        UUID duty = duty("police.hp", DUE);
        for (String day : List.of("2026-12-15", "2026-12-14", "2028-01-01")) {
            assertThatThrownBy(() -> askExtension("2026-12-10", duty, day))
                    .as(day)
                    .isInstanceOf(Rejected.class);
        }
        assertThatThrownBy(() -> askExtension("2026-12-21", duty, "2026-12-20")).isInstanceOf(Rejected.class);
        askExtension("2026-12-21", duty, "2026-12-21");

        UUID other = duty("police.hp", DUE);
        askExtension("2026-12-10", other, "2027-12-31");
        assertThat(courses.extensions(other)).extracting(Extension::due).containsExactly(LocalDate.of(2027, 12, 31));
    }

    @Test
    void aRequestOnTheDayItselfIsInTimeAndOneADayLaterIsLate() {
        UUID inTime = duty("police.hp", DUE);
        UUID late = duty("police.hp", DUE);
        askExtension("2026-12-15", inTime, "2026-12-22");
        askExtension("2026-12-16", late, "2026-12-22");

        assertThat(courses.extensions(inTime)).extracting(Extension::late).containsExactly(false);
        assertThat(courses.extensions(late)).extracting(Extension::late).containsExactly(true);
    }

    @Test
    void aRefusalAndASecondExtensionSayWhyAndTheFirstNeedNot() {
        UUID duty = duty("police.hp", DUE);
        askExtension("2026-12-10", duty, "2026-12-16");
        assertThatThrownBy(() -> planner(() -> on("2026-12-10").decisions().decideExtension(duty, false, " ")))
                .isInstanceOf(Rejected.class);
        planner(() -> on("2026-12-10").decisions().decideExtension(duty, true, ""));
        assertThat(find(duty).due()).isEqualTo(LocalDate.of(2026, 12, 16));

        askExtension("2026-12-11", duty, "2026-12-17");
        assertThatThrownBy(() -> planner(() -> on("2026-12-11").decisions().decideExtension(duty, true, " ")))
                .isInstanceOf(Rejected.class);
        planner(() -> on("2026-12-11").decisions().decideExtension(duty, true, "Bão số 10"));
        assertThat(find(duty).due()).isEqualTo(LocalDate.of(2026, 12, 17));
    }

    @Test
    void anAgencyIsUrgedAgainAfterFiveWorkingDaysAndNotBefore() {
        UUID duty = duty("police.hp", DUE);
        planner(() -> on("2026-12-01").urging().urge(duty, "Sắp đến hạn"));

        assertThatThrownBy(() -> planner(() -> on("2026-12-07").urging().urge(duty, "Nhắc lại")))
                .isInstanceOf(Rejected.class);
        assertThat(as.role("planner.hp").get(() -> on("2026-12-07").urging().urgeAll(List.of(duty), "")))
                .isZero();
        planner(() -> on("2026-12-08").urging().urge(duty, "Nhắc lại"));
    }

    @Test
    void whatIsWrittenAboutADutyHasItsLength() {
        UUID duty = duty("police.hp", DUE);
        police(() -> on("2026-12-01").reports().report(duty, 0, DutyStatus.IN_PROGRESS, "x".repeat(5000), List.of()));
        assertThatThrownBy(() -> police(() -> on("2026-12-01")
                        .reports()
                        .report(duty, 1, DutyStatus.IN_PROGRESS, "x".repeat(5001), List.of())))
                .isInstanceOf(Rejected.class);
        planner(() -> on("2026-12-01").decisions().answer(duty, "x".repeat(5000)));
        assertThatThrownBy(() -> planner(() -> on("2026-12-01").decisions().answer(duty, "x".repeat(5001))))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> planner(() -> on("2026-12-01").urging().urge(duty, "x".repeat(1001))))
                .isInstanceOf(Rejected.class);
        planner(() -> on("2026-12-01").urging().urge(duty, "x".repeat(1000)));
        assertThatThrownBy(() -> planner(() -> on("2026-12-01").decisions().pause(duty, "x".repeat(1001))))
                .isInstanceOf(Rejected.class);
        planner(() -> on("2026-12-01").decisions().pause(duty, "x".repeat(1000)));
        assertThat(find(duty).stage()).isEqualTo(Stage.PAUSED);
    }

    @Test
    void reportingAgainThatItIsDoneKeepsTheDayOfSubmission() {
        UUID duty = duty("police.hp", DUE);
        submit(duty, "2026-12-10");
        submit(duty, "2026-12-20");
        assertThat(find(duty).course().submitted()).isEqualTo(LocalDate.of(2026, 12, 10));

        planner(() -> on("2026-12-21").decisions().sendBack(duty, "Thiếu số liệu"));
        assertThat(find(duty).course().submitted()).isNull();
        assertThat(find(duty).status()).isEqualTo(DutyStatus.IN_PROGRESS);
        submit(duty, "2026-12-22");
        assertThat(find(duty).course().submitted()).isEqualTo(LocalDate.of(2026, 12, 22));
    }

    @Test
    void aPauseOfNoWorkingDayLeavesTheDayAsItWas() {
        UUID duty = duty("police.hp", DUE);
        planner(() -> on("2026-12-10").decisions().pause(duty, "CV 12/UBND"));
        planner(() -> on("2026-12-10").decisions().resume(duty));
        assertThat(find(duty).due()).isEqualTo(DUE);
        assertThat(find(duty).stage()).isEqualTo(Stage.NEW);
        assertThatThrownBy(() -> planner(() -> on("2026-12-10").decisions().resume(duty)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void theFirstDueDayNeverChangesNotEvenInTheDatabase() {
        UUID duty = duty("police.hp", DUE);
        assertThatThrownBy(() -> jdbc.sql("update duty.duty set due_first = ? where id = ?")
                        .params(DUE.plusDays(7), duty)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
    }

    @Test
    void nobodyConfirmsTheOwnSubmissionNeitherAloneNorAmongMany() {
        UUID duty = duty("planner.hp", DUE);
        planner(() -> on("2026-12-10").reports().report(duty, 0, DutyStatus.DONE, "Đã xong", List.of()));
        assertThatThrownBy(() -> planner(() -> on("2026-12-10").decisions().confirm(duty)))
                .isInstanceOf(Rejected.class);
        assertThat(as.role("planner.hp").get(() -> on("2026-12-10").decisions().confirmAll(List.of(duty))))
                .isZero();
        assertThat(as.role("leader.hp").get(() -> on("2026-12-10").decisions().confirmAll(List.of(duty))))
                .isEqualTo(1);
    }

    @Test
    void onlyWhoeverGaveTheDutyDecides() {
        UUID duty = duty("police.hp", DUE);
        submit(duty, "2026-12-10");
        for (String other : List.of("police.hp", "health.hp", "reporter.hp", "planner.kt", "leader.kt", "admin.hp")) {
            assertThatThrownBy(() -> as.role(other)
                            .run(() -> on("2026-12-11").decisions().confirm(duty)))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as.role(other)
                            .run(() -> on("2026-12-11").decisions().cancel(duty, "x")))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void aDifficultyNamesWhatIsInTheWayAndTheClockRuns() {
        UUID duty = duty("police.hp", DUE);
        assertThatThrownBy(() -> police(() -> on("2026-12-10")
                        .reports()
                        .report(
                                duty,
                                0,
                                DutyStatus.BLOCKED,
                                " ",
                                List.of(new DutyReports.File("a.pdf", "%PDF-1".getBytes(StandardCharsets.UTF_8))))))
                .isInstanceOf(Rejected.class);
        police(() -> on("2026-12-10").reports().report(duty, 0, DutyStatus.BLOCKED, "Chưa có kinh phí", List.of()));
        assertThat(told.getLast().what()).isEqualTo(DutyNews.What.BLOCKED);
        assertThat(word(duty, "2026-12-17")).isEqualTo(Timeliness.OVERDUE);
        planner(() -> on("2026-12-11").decisions().answer(duty, "Đã bố trí từ nguồn sự nghiệp"));
        assertThat(told.getLast().what()).isEqualTo(DutyNews.What.ANSWERED);
    }

    @Test
    void anAgencyRefusesAndTheGiverKeepsItThere() {
        UUID duty = duty("police.hp", DUE);
        police(() -> on("2026-12-01").reports().refuse(duty, "Thuộc Sở Y tế"));
        assertThat(find(duty).stage()).isEqualTo(Stage.REFUSED);
        assertThatThrownBy(() -> submit(duty, "2026-12-02")).isInstanceOf(Rejected.class);
        planner(() -> on("2026-12-02").decisions().insist(duty, "Kế hoạch giao Công an"));
        assertThat(find(duty).stage()).isEqualTo(Stage.NEW);
        submit(duty, "2026-12-03");
    }

    @Test
    void aPauseMovesTheDayByTheWorkingDaysItLasted() {
        UUID duty = duty("police.hp", LocalDate.of(2026, 11, 25));
        planner(() -> on("2026-11-20").decisions().pause(duty, "CV 12/UBND"));
        assertThat(word(duty, "2026-12-30")).isEqualTo(Timeliness.OUTSIDE);
        planner(() -> on("2026-11-25").decisions().resume(duty));
        assertThat(find(duty).due())
                .as("23 and 25/11 rested, 24/11 is a holiday")
                .isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(find(duty).course().first()).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void aDayThatIsNoWorkingDayIsInTimeUpToTheNext() {
        UUID duty = duty("police.hp", LocalDate.of(2026, 12, 5));
        assertThat(find(duty).course().effective()).isEqualTo(LocalDate.of(2026, 12, 7));
        assertThat(word(duty, "2026-12-07")).isEqualTo(Timeliness.SOON);
        submit(duty, "2026-12-08");
        assertThat(find(duty).late(catalog.workDays(), LocalDate.of(2026, 12, 31)))
                .isEqualTo(1);
    }

    @Test
    void anAnnouncedHolidayMovesOpenDutiesLaterAndNeverEarlier() {
        UUID duty = duty("police.hp", LocalDate.of(2027, 11, 23));
        Text why = new Text("Hoán đổi", "Swapped");
        LocalDate off = LocalDate.of(2027, 11, 23);
        WorkYear announced = new WorkYear(
                "workdays-2027",
                2,
                why,
                List.of(),
                2027,
                null,
                true,
                List.of(new WorkYear.Days(off, off.plusDays(1), why)),
                List.of());
        On then = on("2027-01-05");
        assertThat(then.calendar().roll(new WorkDays(List.of(announced), null), true))
                .isPositive();
        assertThat(find(duty).course().effective()).isEqualTo(LocalDate.of(2027, 11, 25));
        assertThat(told.getLast().what()).isEqualTo(DutyNews.What.CHANGED);
        then.calendar().roll(catalog.workDays(), true);
        assertThat(find(duty).course().effective()).isEqualTo(LocalDate.of(2027, 11, 25));
    }

    @Test
    void successorsKeepTheFirstDayAndTheOrigin() {
        UUID plan = as.role("ministry")
                .get(() -> plans.ofProgramme("tan-yen-541").orElseThrow())
                .id();
        Transfer culture = as.role("ministry").get(() -> transfers.preview(plan)).stream()
                .filter(t -> t.from().kind().equals("PVHTT"))
                .findFirst()
                .orElseThrow();
        UUID old = jdbc.sql("""
                        insert into duty.duty (plan, assignment, agency, year, part, due, due_first)
                        select plan, assignment, agency, 2025, 101, date '2025-12-20', date '2025-11-30' from duty.duty
                        where plan = ? and agency = ? limit 1 returning id""")
                .params(plan, culture.from().id())
                .query(UUID.class)
                .single();
        List<Integer> heirs = culture.to().stream().map(s -> s.agency().id()).toList();
        as.role("admin").run(() -> transfers.confirm(plan, culture.from().id(), heirs, "NQ 1658/NQ-UBTVQH15"));

        assertThat(find(old).stage()).isEqualTo(Stage.PASSED);
        List<UUID> passed = jdbc.sql("select id from duty.duty where origin = ?")
                .param(old)
                .query(UUID.class)
                .list();
        assertThat(passed).hasSameSizeAs(heirs).allSatisfy(id -> {
            assertThat(find(id).course().first()).isEqualTo(LocalDate.of(2025, 11, 30));
            assertThat(find(id).due()).isEqualTo(LocalDate.of(2025, 12, 20));
        });
    }

    @Test
    void whatRecursOpensByTheCalendarAndWhatIsLeftOverStays() {
        UUID plan = plan();
        jdbc.sql("delete from duty.transfer where plan = ?").param(plan).update();
        int recurring = jdbc.sql("""
                        select count(*) from duty.duty d join duty.assignment s on s.id = d.assignment
                        where d.plan = ? and d.year = 2026 and d.passed_at is null and s.frequency <> 'ONCE' and s.year is null""").param(plan).query(Integer.class).single();
        jdbc.sql("update duty.duty set year = 2099 where plan = ? and year = 2027")
                .param(plan)
                .update();
        UUID left = duty("police.hp", DUE);
        assertThat(on("2027-01-04").calendar().open(2027)).isPositive();
        assertThat(jdbc.sql("select count(*) from duty.duty where plan = ? and year = 2027")
                        .param(plan)
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(recurring);
        assertThat(on("2027-01-04").calendar().open(2027)).isZero();
        assertThat(find(left).carried(LocalDate.of(2027, 1, 4))).isTrue();
        assertThat(word(left, "2027-01-04")).isEqualTo(Timeliness.OVERDUE);
    }

    @Test
    void aDutyHasOneLeadAgencyOfATaskInAYear() {
        UUID duty = duty("police.hp", DUE);
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into duty.duty (plan, assignment, agency, year, part, due)
                        select plan, assignment, agency, year, part, due from duty.duty where id = ?""").param(duty).update()).isInstanceOf(DataAccessException.class);
    }

    private void police(Runnable act) {
        as.role("police.hp").run(act);
    }

    private void planner(Runnable act) {
        as.role("planner.hp").run(act);
    }

    private void askExtension(String on, UUID duty, String until) {
        police(() -> on(on).reports().askExtension(duty, LocalDate.parse(until), "Chờ số liệu"));
    }

    private void submit(UUID duty, String day) {
        police(() -> on(day).reports().report(duty, find(duty).version(), DutyStatus.DONE, "Đã hoàn thành", List.of()));
    }

    private Duty find(UUID duty) {
        return repository.find(duty).orElseThrow();
    }

    private Timeliness word(UUID duty, String day) {
        return find(duty).timeliness(catalog.workDays(), LocalDate.parse(day));
    }

    /** A new duty of the agency of an account, for a task of Hải Phòng's plan that is its own. */
    private UUID duty(String account, LocalDate due) {
        int agency = as.role(account).get(() -> access.me().agency());
        return insert(agency, due, "d.role <> 'REQUESTED'");
    }

    private UUID requested() {
        int agency = as.role("police.hp").get(() -> access.me().agency());
        return insert(agency, DUE, "d.role = 'REQUESTED'");
    }

    private UUID insert(int agency, LocalDate due, @Nullable String role) {
        return jdbc.sql("""
                        insert into duty.duty (plan, assignment, agency, year, part, due, due_effective)
                        select d.plan, d.id, :agency, :year, :part, :due, :effective from duty.assignment d
                        where d.plan = :plan and %s order by d.position limit 1 returning id""".formatted(role))
                .param("agency", agency)
                .param("year", due.getYear())
                .param("part", part++)
                .param("due", due)
                .param("effective", catalog.workDays().effective(due))
                .param("plan", plan())
                .query(UUID.class)
                .single();
    }

    private UUID plan() {
        return as.role("planner.hp").get(() -> duties.cards("", 2026)).stream()
                .map(PlanCard::plan)
                .filter(plan -> !plan.draft()
                        && plan.unit()
                                == as.role("planner.hp").get(() -> access.me().unit()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The services on a day. */
    private record On(
            DutyReports reports,
            DutyDecisions decisions,
            Urging urging,
            DutyLists lists,
            UndecidedExtensions undecided,
            DutyCalendar calendar) {}

    private On on(String day) {
        Clock clock = Clock.fixed(
                LocalDate.parse(day)
                        .atTime(LocalTime.of(9, 0))
                        .atZone(Numbers.ZONE)
                        .toInstant(),
                Numbers.ZONE);
        ApplicationEventPublisher heard = event -> {
            if (event instanceof DutyNews news) {
                told.add(news);
            }
            events.publishEvent(event);
        };
        DutyTrail trail = new DutyTrail(repository, progress, heard, words, access, audit, clock);
        return new On(
                new DutyReports(repository, courses, progress, desk, trail, records, documents, access, audit, clock),
                new DutyDecisions(repository, courses, desk, trail, catalog, access, clock),
                new Urging(repository, progress, desk, trail, catalog, access, clock),
                new DutyLists(lists, geographies, desk, addressees, catalog, access, clock),
                new UndecidedExtensions(courses, trail, catalog, due, clock),
                new DutyCalendar(courses, trail, catalog, due, transaction, clock));
    }
}
