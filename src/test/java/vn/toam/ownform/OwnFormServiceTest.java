package vn.toam.ownform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toam.ownform.Sheets.line;
import static vn.toam.ownform.Sheets.named;
import static vn.toam.ownform.Sheets.part;
import static vn.toam.ownform.Sheets.rule;
import static vn.toam.ownform.Sheets.shelters;
import static vn.toam.ownform.Sheets.with;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Catalogs;
import vn.toam.catalog.OwnDefinitions;
import vn.toam.collection.CollectionService;
import vn.toam.collection.Officers;
import vn.toam.definition.Check;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.definition.LineKind;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** A province makes a small form and asks for it: Cao Bằng. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnFormServiceTest extends ToamTest {

    private static final String WHY = "Theo công văn về rà soát sau bão";

    @Autowired
    private OwnFormService forms;

    @Autowired
    private OwnFormRepository repository;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private Officers officers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UnitService units;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Clock clock;

    private LocalDate today;
    private int province;
    private List<Integer> communes;
    private Somebody reviewer;

    @BeforeAll
    void place() {
        today = LocalDate.now(clock);
        province = units.byCode(Level.PROVINCE, "04", today).orElseThrow().id();
        communes = units.idsBelow(province, Level.COMMUNE, today);
        reviewer = Posts.at("REVIEWER", province);
    }

    @Test
    void whatIsTypedBecomesAFormLikeThoseOfTheFiles() {
        Form form = make(shelters());

        assertThat(form.id()).matches("own-[0-9a-f]{12}");
        assertThat(form.fields()).extracting(Field::line).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(form.fields())
                .extracting(Field::id)
                .allMatch(id -> id.startsWith(form.id().replace('-', '_') + "_1_"));
        Field whole = form.fields().getFirst();
        assertThat(form.fields())
                .extracting(Field::partOf)
                .containsExactly(null, whole.id(), whole.id(), null, null, null);
        assertThat(form.fields())
                .extracting(Field::kind)
                .containsExactly(LineKind.STOCK, LineKind.STOCK, LineKind.STOCK, LineKind.FLOW, LineKind.STOCK, null);
        assertThat(form.fields().get(4).type()).isEqualTo(FieldType.YES_NO);
        assertThat(form.fields().get(5).optional()).isTrue();
        assertThat(form.sums()).containsOnlyKeys(whole.id());
        assertThat(form.checks())
                .extracting(check -> check.message().vi())
                .as("rows of the page become lines of the form, blank ones left out")
                .containsExactly("Dòng 1 phải bằng tổng các dòng 2, 3.", "Dòng 2 không được lớn hơn dòng 1.");
        assertThat(form.checks()).extracting(check -> check.message().en()).doesNotContain("");
        assertThat(form.checks()
                        .getFirst()
                        .judge(
                                Map.of(
                                        id(form, 1), BigDecimal.valueOf(5),
                                        id(form, 2), BigDecimal.valueOf(3),
                                        id(form, 3), BigDecimal.valueOf(1))::get,
                                none -> null))
                .isFalse();
    }

    @Test
    void thePageOfAKeptFormMakesTheSameFormAgain() {
        Form form = make(shelters());
        Form again = reviewer.get(() -> forms.change(form.id(), 1, Sheet.of(form)));

        assertThat(again.version()).as("nothing changed, nothing new").isEqualTo(1);
    }

    @Test
    void numbersWithDecimalsAndChecksThatMayBeExplainedAreKept() {
        Sheet sheet = new Sheet(
                "Kinh phí của xã trong tháng",
                "COMMUNE",
                List.of(
                        new Sheet.Line("", "Kinh phí được giao", "FLOW", "million_dong", false, true, false, ""),
                        new Sheet.Line("", "Đã chi", "FLOW", "million_dong", false, true, true, "")),
                List.of(new Sheet.Rule("2", "LE", "1", true)));
        Form form = make(sheet);

        assertThat(form.fields()).extracting(Field::type).containsOnly(FieldType.DECIMAL);
        assertThat(form.checks()).extracting(Check::kind).containsExactly(Check.Kind.SOFT);
        assertThat(Sheet.of(form).lines())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .startsWith(sheet.lines().toArray(Sheet.Line[]::new));
        assertThat(Sheet.of(form).rules()).startsWith(sheet.rules().getFirst());
    }

    @Test
    void aLineStaysTheSameLineInALaterVersionWhileItCountsTheSameThing() {
        Form first = make(shelters());
        List<Sheet.Line> lines = new java.util.ArrayList<>(Sheet.of(first).lines());
        lines.set(0, changed(lines.get(0), "Số nhà tạm lánh ở xã", "STOCK", "place"));
        lines.set(1, changed(lines.get(1), "Còn dùng được", "STOCK", "household"));
        lines.add(0, line("Số thôn đã rà soát", "STOCK", "village"));
        Form second = reviewer.get(
                () -> forms.change(first.id(), 1, new Sheet(first.name().vi(), "COMMUNE", lines, List.of())));

        List<String> ids = second.fields().stream().map(Field::id).toList();
        assertThat(ids.get(0)).as("a new line").isEqualTo(OwnDefinitions.line(first.id(), 2, 1));
        assertThat(ids.get(1))
                .as("a better name")
                .isEqualTo(first.fields().get(0).id());
        assertThat(ids.get(2)).as("counts something else").isEqualTo(OwnDefinitions.line(first.id(), 2, 3));
        assertThat(ids.get(3)).isEqualTo(first.fields().get(2).id());
        assertThat(catalog.field(ids.get(1)).name().vi()).isEqualTo("Số nhà tạm lánh");
    }

    private static Sheet.Line changed(Sheet.Line line, String name, String answer, String unit) {
        return new Sheet.Line(
                line.id(), name, answer, unit, line.part(), line.decimals(), line.optional(), line.counted());
    }

    @Test
    void onlyACountOfTheSameKindAndUnitFillsALine() {
        for (String[] good : List.of(
                new String[] {"STOCK", "club", "community-group.sustainable"},
                new String[] {"YES_NO", "", "community-group.sustainable"},
                new String[] {"FLOW", "session", "event.trainings"},
                new String[] {"FLOW", "household", "family-support.credit"})) {
            Form form = make(with(shelters(), counted(good)));
            assertThat(form.fields().getLast().counted()).isEqualTo(good[2]);
        }
        for (String[] wrong : List.of(
                new String[] {"FLOW", "club", "community-group.sustainable"},
                new String[] {"STOCK", "session", "event.trainings"},
                new String[] {"FLOW", "person", "family-support.credit"},
                new String[] {"TEXT", "", "community-group.sustainable"},
                new String[] {"STOCK", "club", "community-group.nothing"},
                new String[] {"STOCK", "club", "own-0123456789ab.records"})) {
            assertThat(wrong(with(shelters(), counted(wrong)))).as(wrong[2]).containsExactly("counted_8");
        }
    }

    private static Sheet.Line counted(String... line) {
        return new Sheet.Line("", "Đếm được", line[0], line[1], false, false, false, line[2]);
    }

    @Test
    void aYearIsAskedOnceAndOnlyOneThatIsNear() {
        Form form = make(shelters());
        int year = LocalDate.now().getYear();
        Round round = reviewer.get(() -> forms.askYear(form.id(), 1, year));
        assertThat(round.adHoc()).isFalse();
        assertThat(reviewer.get(() -> forms.find(form.id(), 1)).asked()).isTrue();
        assertThatThrownBy(() -> reviewer.run(() -> forms.askYear(form.id(), 1, year)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> reviewer.run(() -> forms.askYear(form.id(), 1, year - 2)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void everythingThatIsWrongIsNamedAtItsPlaceAndNothingIsKept() {
        int before = list().size();

        assertThat(wrong(named(shelters(), "Bão"))).containsExactly("name");
        assertThat(wrong(named(shelters(), "x".repeat(201)))).containsExactly("name");
        assertThat(wrong(new Sheet("Biểu không có dòng", "COMMUNE", List.of(), List.of())))
                .containsExactly("name_1");
        assertThat(wrong(new Sheet("Biểu của tỉnh", "PROVINCE", shelters().lines(), List.of())))
                .as("a province asks communes")
                .containsExactly("level");
        assertThat(wrong(with(shelters(), line("Không có đơn vị", "FLOW", "")))).containsExactly("unit_8");
        assertThat(wrong(with(shelters(), line("Tỷ lệ", "STOCK", "percent"))))
                .as("shares do not add up")
                .containsExactly("unit_8");
        assertThat(wrong(with(shelters(), line("Lạ", "SHARE", "place")))).containsExactly("answer_8");
        assertThat(wrong(with(shelters(), line("số  nhà TẠM LÁNH", "STOCK", "place"))))
                .as("the same name")
                .containsExactly("name_8");
        assertThat(wrong(with(shelters(), part("Trong đó của lời", "STOCK", "place"))))
                .as("a part of words")
                .containsExactly("part_8");
        assertThat(wrong(new Sheet(
                        "Phần không có dòng trên", "COMMUNE", List.of(part("Trong đó", "STOCK", "place")), List.of())))
                .containsExactly("part_1");
        assertThat(wrong(new Sheet(
                        "Biểu sai nhiều chỗ",
                        "COMMUNE",
                        List.of(line("Một", "STOCK", ""), part("Hai", "FLOW", "place")),
                        List.of())))
                .as("all at once")
                .containsExactly("unit_1", "part_2");
        assertThat(list()).hasSize(before);
    }

    @Test
    void aCheckNamesLinesThatAreThereAndCanBeCompared() {
        assertThat(wrong(with(shelters(), rule("9", "EQ", "1")))).containsExactly("left_1");
        assertThat(wrong(with(shelters(), rule("3", "EQ", "1"))))
                .as("a blank row")
                .containsExactly("left_1");
        assertThat(wrong(with(shelters(), rule("1 + 2", "EQ", "4")))).containsExactly("left_1");
        assertThat(wrong(with(shelters(), rule("một", "EQ", "2")))).containsExactly("left_1");
        assertThat(wrong(with(shelters(), rule("1", "EQ", "2 - 4")))).containsExactly("right_1");
        assertThat(wrong(with(shelters(), rule("1", "EQ", "")))).containsExactly("right_1");
        assertThat(wrong(with(shelters(), rule("1", "EQ", "6"))))
                .as("yes or no")
                .containsExactly("right_1");
        assertThat(wrong(with(shelters(), rule("1", "EQ", "1 + 2"))))
                .as("itself")
                .containsExactly("right_1");
        assertThat(wrong(with(shelters(), rule("1", "EQ", "2 + 2"))))
                .as("twice")
                .containsExactly("right_1");
        assertThat(wrong(with(shelters(), rule("1", "GT", "2")))).containsExactly("relation_1");
        assertThat(wrong(new Sheet(
                        "Một kiểm tra ghi hai lần",
                        "COMMUNE",
                        shelters().lines(),
                        List.of(rule("2", "LE", "1"), rule("2", "LE", "1")))))
                .containsExactly("left_2");
    }

    @Test
    void askingOpensARoundOfTheCommunesAndALaterChangeLeavesItAsItIs() {
        Form form = make(shelters());
        Round round = ask(form, null);
        Form changed =
                reviewer.get(() -> forms.change(form.id(), 1, with(shelters(), line("Số giường", "STOCK", "item"))));

        assertThat(expected(round)).isEqualTo(communes.size());
        assertThat(changed.version()).isEqualTo(2);
        assertThat(catalog.form(round.form(), round.formVersion()).fields()).hasSize(6);
        assertThat(catalog.form(form.id(), 2).fields()).hasSize(7);
        assertThat(changed.fields())
                .extracting(Field::id)
                .as("no line of one version is taken for a line of another")
                .doesNotContainAnyElementsOf(
                        form.fields().stream().map(Field::id).toList());
        OwnForm newest = reviewer.get(() -> forms.find(form.id(), 2));
        assertThat(newest.rounds()).containsExactly(round);
        assertThat(newest.asked()).as("not this version").isFalse();

        Round second = ask(changed, null);
        assertThat(second.formVersion()).isEqualTo(2);
        assertThat(reviewer.get(() -> forms.find(form.id(), 1)).newest()).isFalse();
    }

    @Test
    void onlyThoseChosenAreAsked() {
        Form form = make(shelters());
        List<Integer> chosen = communes.subList(3, 10);
        Round round = ask(form, chosen);

        assertThat(expected(round)).isEqualTo(7);
        assertThat(Officers.of(chosen.getFirst()).get(() -> rounds.find(round.id())))
                .isEqualTo(round);
        Somebody leftOut = Officers.of(communes.getFirst());
        assertThatThrownBy(() -> leftOut.run(() -> rounds.find(round.id()))).isInstanceOf(NotAllowed.class);

        int elsewhere = units.byCode(Level.PROVINCE, "15", today).orElseThrow().id();
        int stranger = units.idsBelow(elsewhere, Level.COMMUNE, today).getFirst();
        for (List<Integer> nobody : List.of(List.<Integer>of(), List.of(stranger))) {
            assertThatThrownBy(() -> ask(form, nobody))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(
                                            rejected.problems().getFirst().field())
                                    .isEqualTo("chosen"));
        }
    }

    @Test
    void theMinistryAsksTheProvincesOrTheCommunesOfSome() {
        Somebody ministry = Posts.at("MINISTRY", UnitService.COUNTRY);
        Form form = ministry.get(() -> forms.create(
                UnitService.COUNTRY,
                new Sheet("Biểu nhỏ của Bộ", "PROVINCE", shelters().lines(), List.of())));
        Round all = ministry.get(() -> forms.ask(form.id(), 1, null, WHY, today, today.plusDays(3)));
        Form small = ministry.get(() -> forms.create(UnitService.COUNTRY, named(shelters(), "Biểu của Bộ hỏi xã")));
        Round some = ministry.get(() -> forms.ask(small.id(), 1, List.of(province), WHY, today, today.plusDays(3)));

        assertThat(expected(all)).isEqualTo(34);
        assertThat(expected(some)).isEqualTo(communes.size());
    }

    @Test
    void aReturnIsHeldAgainstTheChecksOfTheForm() {
        Form form = make(shelters());
        Round round = ask(form, null);
        int unit = communes.get(5);
        Map<String, String> wrong =
                Map.of(id(form, 1), "5", id(form, 2), "3", id(form, 3), "1", id(form, 4), "0", id(form, 5), "1");
        officers.save(round, Officers.of(unit), unit, wrong, Map.of());

        assertThatThrownBy(() -> officers.submit(round, Officers.of(unit), unit))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().toString()).contains("f_" + id(form, 1)));
        officers.save(round, Officers.of(unit), unit, Map.of(id(form, 3), "2"), Map.of());
        officers.submit(round, Officers.of(unit), unit);
        reviewer.run(() -> collection.accept(round.id(), unit, "accepted"));
        assertThat(jdbc.sql(
                                "select status || ' ' || (figures ->> ?) from collection.submission where round = ? and unit = ?")
                        .params(id(form, 3), round.id(), unit)
                        .query(String.class)
                        .single())
                .isEqualTo("ACCEPTED 2");
    }

    @Test
    void fillingTheBlanksWithZeroAnswersNoQuestionOfYesOrNo() {
        Form form = make(shelters());
        Round round = ask(form, null);
        int unit = communes.get(6);
        TypedReturn typed =
                new TypedReturn(Map.of(id(form, 1), "2", id(form, 2), "2", id(form, 3), "0"), Map.of(), Map.of());
        Officers.of(unit).run(() -> collection.nilReturn(round.id(), unit, 0, typed, "nil"));

        assertThat(jdbc.sql("select figures::text from collection.submission where round = ? and unit = ?")
                        .params(round.id(), unit)
                        .query(String.class)
                        .single())
                .as("people came or not; whether there is money is for the unit to say")
                .contains(id(form, 4))
                .doesNotContain(id(form, 5));
        assertThatThrownBy(() -> officers.submit(round, Officers.of(unit), unit))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(id(form, 5));
    }

    @Test
    void whoCannotOpenRoundsForAPlaceCannotMakeSeeOrAskForItsForms() {
        Form form = make(shelters());
        int elsewhere = units.byCode(Level.PROVINCE, "15", today).orElseThrow().id();
        List<Somebody> strangers = List.of(
                Posts.at("REPORTER", province),
                Posts.at("LEADER", province),
                Posts.at("REVIEWER", elsewhere),
                Posts.at("REVIEWER", communes.getFirst()));
        for (Somebody other : strangers) {
            for (Runnable step : List.<Runnable>of(
                    () -> forms.list(province),
                    () -> forms.find(form.id(), 1),
                    () -> forms.create(province, shelters()),
                    () -> forms.change(form.id(), 1, shelters()),
                    () -> forms.ask(form.id(), 1, null, WHY, today, today.plusDays(3)),
                    () -> forms.remove(form.id(), 1))) {
                assertThatThrownBy(() -> other.run(step)).isInstanceOf(NotAllowed.class);
            }
        }
        Somebody neighbour = Posts.at("REVIEWER", elsewhere);
        assertThatThrownBy(() ->
                        neighbour.run(() -> rounds.openAdHoc(form.id(), elsewhere, WHY, today, today.plusDays(3))))
                .as("a form belongs to who made it")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void twoWhoChangeOneFormDoNotOverwriteEachOther() {
        Form form = make(shelters());
        reviewer.run(() -> forms.change(form.id(), 1, named(shelters(), "Tên của người thứ nhất")));

        assertThatThrownBy(() ->
                        reviewer.run(() -> forms.change(form.id(), 1, named(shelters(), "Tên của người thứ hai"))))
                .isInstanceOf(Conflict.class);
        assertThat(reviewer.get(() -> forms.newest(form.id()))).isEqualTo(2);
        assertThat(catalog.form(form.id(), 2).name().vi()).isEqualTo("Tên của người thứ nhất");
    }

    @Test
    void anotherApplicationOnTheSameDatabaseReadsTheSameForms() throws java.io.IOException {
        Catalog other = Catalogs.with(repository);
        assertThat(other.forms()).isEqualTo(catalog.forms());

        Form form = make(shelters());
        Form changed = reviewer.get(() -> forms.change(form.id(), 1, named(shelters(), "Tên mới của biểu")));
        assertThat(other.form(form.id(), 1)).isEqualTo(form).isEqualTo(catalog.form(form.id(), 1));
        assertThat(other.form(form.id(), 2)).isEqualTo(changed);
        assertThatThrownBy(() -> other.form(form.id(), 3)).isInstanceOf(NotFound.class);
        assertThat(other.forms()).as("no list of the country's forms holds it").doesNotContain(form, changed);
        assertThatThrownBy(() -> other.form(form.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyAFormThatNobodyWasAskedForIsRemoved() {
        Form draft = make(named(shelters(), "Bản nháp để xóa"));
        reviewer.run(() -> forms.remove(draft.id(), 1));
        assertThat(list()).noneMatch(own -> own.id().equals(draft.id()));

        Form asked = make(shelters());
        ask(asked, null);
        assertThatThrownBy(() -> reviewer.run(() -> forms.remove(asked.id(), 1)))
                .isInstanceOf(Rejected.class);
    }

    private Form make(Sheet sheet) {
        return reviewer.get(() -> forms.create(province, sheet));
    }

    private Round ask(Form form, List<Integer> chosen) {
        return reviewer.get(() -> forms.ask(form.id(), form.version(), chosen, WHY, today, today.plusDays(9)));
    }

    private List<OwnForm> list() {
        return reviewer.get(() -> forms.list(province));
    }

    private int expected(Round round) {
        return jdbc.sql("select count(*) from collection.submission where round = ?")
                .param(round.id())
                .query(Integer.class)
                .single();
    }

    private static String id(Form form, int line) {
        return form.fields().get(line - 1).id();
    }

    private List<String> wrong(Sheet sheet) {
        try {
            make(sheet);
            return List.of();
        } catch (Rejected rejected) {
            return rejected.problems().stream().map(Rejected.Problem::field).toList();
        }
    }
}
