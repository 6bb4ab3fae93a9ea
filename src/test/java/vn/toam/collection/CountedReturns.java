package vn.toam.collection;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.indicator.IndicatorService;
import vn.toam.register.RecordService;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.submission.RoundView;
import vn.toam.submission.Submission;
import vn.toam.unit.TestGround;

/** Ground, records and returns for tests of what is counted into returns. */
abstract class CountedReturns extends ToamTest {

    static final String FORM = "chess-year";

    @Autowired
    RecordService records;

    @Autowired
    RoundService rounds;

    @Autowired
    CollectionService collection;

    @Autowired
    LineCounts counts;

    @Autowired
    TallyRepository tallies;

    @Autowired
    BulkEntry entry;

    @Autowired
    BulkAcceptance bulk;

    @Autowired
    RoundReader lists;

    @Autowired
    FormReader reader;

    @Autowired
    IndicatorService indicators;

    @Autowired
    ReturnHandling desk;

    @Autowired
    Officers officers;

    @Autowired
    TestGround grounds;

    @Autowired
    MockMvc mvc;

    TestGround.Ground ground;
    int commune;
    Somebody officer;
    Somebody reviewer;

    @BeforeEach
    void ground() {
        ground = grounds.take();
        commune = ground.commune();
        officer = Officers.of(commune);
        reviewer = Posts.at("REVIEWER", ground.province());
    }

    Round open() {
        Round round = reviewer.get(() -> rounds.open(FORM, ground.year(), ground.province(), ""));
        counts.countOpened(List.of(round));
        return round;
    }

    UUID club(int unit, String name, String kind) {
        Map<String, List<String>> typed =
                Map.of("name", List.of(name), "kind", List.of(kind), "founded", List.of("2025-08-01"));
        return Officers.of(unit).get(() -> records.create("chess-club", unit, null, UUID.randomUUID(), typed));
    }

    Submission of(Round round) {
        return officers.find(round, commune);
    }

    void type(Round round, Map<String, String> figures, Map<String, String> notes) {
        officers.save(round, officer, commune, figures, notes);
    }

    /** All lines that must be filled, as counted: two clubs, one of them for blitz. */
    Round twoClubsReady() {
        club(commune, "Một", "BLITZ");
        club(commune, "Hai", "SLOW");
        Round round = open();
        type(round, Map.of("chess_clubs_trained", "0", "chess_meetings", "0", "chess_games", "0"), Map.of());
        return round;
    }

    List<String> obstacles(Round round) {
        try {
            officers.submit(round, officer, commune);
            return List.of();
        } catch (Rejected rejected) {
            return rejected.problems().stream().map(Rejected.Problem::field).toList();
        }
    }

    String page(Somebody by, String address) throws Exception {
        return mvc.perform(get(address).with(by.request()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    static String address(Round round, int unit) {
        return "/collection/forms/" + round.id() + "/" + unit;
    }

    void save(Round round, String verb) throws Exception {
        mvc.perform(post(address(round, commune))
                .with(officer.request())
                .param("version", String.valueOf(of(round).version()))
                .param("key", UUID.randomUUID().toString())
                .param("verb", verb));
    }

    RoundView lists(Round round) {
        return reviewer.get(() -> lists.round(round.id(), RoundView.Asked.of(null, RoundView.Filter.ALL)));
    }
}
