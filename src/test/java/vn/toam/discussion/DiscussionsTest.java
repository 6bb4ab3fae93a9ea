package vn.toam.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.access.Roles;
import vn.toam.definition.Role;
import vn.toam.document.Attachment;
import vn.toam.geography.Level;
import vn.toam.notice.Notices;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.CommentCounts;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** Comments and files at a return: a commune of Sơn La and its province, an ad hoc round nobody else uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscussionsTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static final byte[] PDF = "%PDF-1.7 biên bản".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Roles roles;

    @Autowired
    private Discussions discussions;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CommentCounts commentCounts;

    @Autowired
    private Notices notices;

    @Autowired
    private UnitService units;

    @Autowired
    private Clock clock;

    private int province;
    private List<Integer> communes;
    private Round round;
    private Somebody reviewer;

    @BeforeAll
    void open() {
        LocalDate today = LocalDate.now(clock);
        province = units.byCode(Level.PROVINCE, "14", today).orElseThrow().id();
        communes = units.idsBelow(province, Level.COMMUNE, today);
        reviewer = Posts.at("REVIEWER", province);
        round = reviewer.get(() -> rounds.openAdHoc(FORM, province, "Đợt để trao đổi", today, today.plusDays(9)));
    }

    @Test
    void eachSideReadsWhatTheOtherWroteAndIsTold() {
        int unit = communes.get(0);
        Somebody reporter = Posts.at("REPORTER", unit);
        reporter.run(() -> discussions.say(
                round.id(),
                unit,
                "dv_cases",
                "Công an xã chưa gửi đủ.",
                List.of(new Discussions.File("bien-ban.pdf", PDF)),
                "a"));
        assertThat(told(reviewer)).anyMatch(text -> text.contains("Công an xã chưa gửi đủ."));

        reviewer.run(() -> discussions.say(round.id(), unit, "", "Gửi bổ sung trước thứ sáu.", List.of(), "b"));
        assertThat(told(reporter)).anyMatch(text -> text.contains("Gửi bổ sung trước thứ sáu."));
        assertThat(told(reporter)).noneMatch(text -> text.contains("Công an xã chưa gửi đủ."));

        List<Comment> thread =
                reporter.get(() -> discussions.thread(round.id(), unit).comments());
        assertThat(thread).extracting(Comment::line).containsExactly("dv_cases", "");
        assertThat(commentCounts.comments(round.id(), List.of(14), List.of(unit, communes.get(5))))
                .as("none at the other return")
                .isEqualTo(Map.of(unit, 2));
        Attachment file = thread.getFirst().files().getFirst();
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(reviewer.get(() -> discussions.content(round.id(), unit, file.id())))
                .isEqualTo(PDF);
        assertThatThrownBy(() -> reviewer.run(() -> discussions.file(round.id(), communes.get(1), file.id())))
                .as("a file is found at its own return alone")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theSameRequestAgainWritesOnce() {
        int unit = communes.get(1);
        Somebody reporter = Posts.at("REPORTER", unit);
        for (int i = 0; i < 2; i++) {
            reporter.run(() -> discussions.say(
                    round.id(), unit, "", "Một lần", List.of(new Discussions.File("a.pdf", PDF)), "same"));
        }
        assertThat(reporter.get(() -> discussions.thread(round.id(), unit).comments()))
                .singleElement()
                .satisfies(comment -> assertThat(comment.files()).hasSize(1));
    }

    @Test
    void everyRoleReadsAndWritesOnlyWhereItHasToDoWithTheReturn() {
        int unit = communes.get(2);
        Posts.at("REPORTER", unit)
                .run(() -> discussions.say(
                        round.id(), unit, "", "Có tệp", List.of(new Discussions.File("a.pdf", PDF)), "file"));
        UUID file = reviewer.get(() -> discussions.thread(round.id(), unit).comments())
                .getFirst()
                .files()
                .getFirst()
                .id();
        Map<Integer, Set<String>> writers = Map.of(
                unit,
                Set.of("PLANNER", "REVIEWER", "REPORTER", "CHECKER", "MEMBER", "LEADER"),
                province,
                Set.of("PLANNER", "REVIEWER"),
                UnitService.COUNTRY,
                Set.of("MINISTRY"),
                communes.get(3),
                Set.of());
        writers.forEach((place, writing) -> {
            for (String role : roles.all().stream().map(Role::id).toList()) {
                if (role.equals("MINISTRY") != (place == UnitService.COUNTRY)) {
                    continue;
                }
                Somebody one = Posts.at(role, place);
                if (place.equals(communes.get(3)) || ofOneVillage(role)) {
                    refused(() -> one.run(() -> discussions.thread(round.id(), unit)), role);
                    refused(() -> one.run(() -> discussions.content(round.id(), unit, file)), role);
                } else {
                    assertThat(one.get(() -> discussions.content(round.id(), unit, file)))
                            .as(role + " at " + place)
                            .isEqualTo(PDF);
                    assertThat(one.get(
                                    () -> discussions.thread(round.id(), unit).writes()))
                            .as(role + " at " + place)
                            .isEqualTo(writing.contains(role));
                }
                if (!writing.contains(role)) {
                    refused(
                            () -> one.run(
                                    () -> discussions.say(round.id(), unit, "", "Không được", List.of(), "no" + role)),
                            role);
                }
            }
        });
    }

    /** Who keeps the book of one village has nothing to do with returns. */
    private boolean ofOneVillage(String role) {
        return roles.all().stream()
                .anyMatch(each -> each.id().equals(role) && each.levels().contains("VILLAGE"));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(wrong("", " ", List.of())).isEqualTo("text");
        assertThat(wrong("", "x".repeat(2_001), List.of())).isEqualTo("text");
        assertThat(wrong("no_such_line", "x", List.of())).isEqualTo("line");
        Discussions.File file = new Discussions.File("a.pdf", PDF);
        assertThat(wrong("", "", List.of(file, file, file, file, file, file))).isEqualTo("file");
        assertThat(wrong("", "", List.of(new Discussions.File("a.pdf", new byte[0]))))
                .isEqualTo("file");
        assertThatThrownBy(() -> reviewer.run(() -> discussions.thread(round.id(), province)))
                .as("the round does not ask the province itself")
                .isInstanceOf(NotFound.class);
    }

    private String wrong(String line, String text, List<Discussions.File> files) {
        try {
            reviewer.run(() -> discussions.say(
                    round.id(),
                    communes.get(4),
                    line,
                    text,
                    files,
                    UUID.randomUUID().toString()));
            return "";
        } catch (Rejected rejected) {
            return rejected.problems().getFirst().field();
        }
    }

    private static void refused(Runnable what, String role) {
        assertThatThrownBy(what::run).as(role).isInstanceOf(NotAllowed.class);
    }

    private List<String> told(Somebody who) {
        return who.get(() -> notices.page(1)).items().stream()
                .map(notice -> notice.text().vi())
                .toList();
    }
}
