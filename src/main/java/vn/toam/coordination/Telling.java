package vn.toam.coordination;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toam.audit.TrailCheck;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Form;
import vn.toam.collection.BulkEntry;
import vn.toam.collection.CollectionService;
import vn.toam.collection.Round;
import vn.toam.collection.RoundChanges;
import vn.toam.collection.RoundService;
import vn.toam.collection.Submission;
import vn.toam.discussion.Discussions;
import vn.toam.indicator.SelfCheck;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** Tells units what was done to a round that asks them, and to their own return, in the transaction that does it. */
@Component
class Telling {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final NoticeRepository notices;
    private final LateRepository late;
    private final Post post;
    private final RoundService rounds;
    private final UnitService units;
    private final Catalog catalog;
    private final Words words;
    private final Clock clock;

    Telling(
            NoticeRepository notices,
            LateRepository late,
            Post post,
            RoundService rounds,
            UnitService units,
            Catalog catalog,
            Words words,
            Clock clock) {
        this.notices = notices;
        this.late = late;
        this.post = post;
        this.rounds = rounds;
        this.units = units;
        this.catalog = catalog;
        this.words = words;
        this.clock = clock;
    }

    @EventListener
    void on(RoundChanges.Changed changed) {
        RoundChanges.Step step = changed.step();
        if (step.verb() != RoundChanges.Verb.CLOSE) {
            Text text = text("coordination.round." + step.verb(), changed.round(), step.remark(), "");
            notices.add(
                    late.asked(changed.round().id()),
                    Permission.FORM_ENTER,
                    text,
                    link(changed.round()),
                    clock.instant());
        }
    }

    @EventListener
    void on(CollectionService.Moved moved) {
        Submission of = moved.submission();
        @Nullable
        Permission told = switch (moved.action()) {
            case RETURN, DECLINE, ASK, PROXY -> Permission.FORM_ENTER;
            case ASK_CHECK -> Permission.FORM_CHECK;
            case ASK_APPROVAL -> Permission.FORM_APPROVE;
            case ANSWER -> Permission.FORM_REVIEW;
            case SUBMIT, RECALL, ACCEPT, AMEND, REORGANISE -> null;
        };
        if (told != null) {
            Round round = rounds.find(of.round());
            String name = units.find(of.unit(), round.geography()).fullName().vi();
            Text text = text("coordination.moved." + moved.action(), round, moved.remark(), name);
            String link = link(round).replace("{unit}", String.valueOf(of.unit()));
            int reader = told == Permission.FORM_REVIEW ? of.receiver() : of.unit();
            notices.add(List.of(reader), told, text, link, clock.instant());
            String subject = words.get(VIETNAMESE, "coordination.mail.moved");
            String body = words.get(
                    VIETNAMESE,
                    "coordination.mail.body",
                    units.find(reader, round.geography()).fullName().vi(),
                    text.vi());
            post.write(List.of(new Post.ToUnit(reader, subject, body, link)), told);
        }
    }

    /** Everybody for whom somebody types from paper is told the same, whatever their number. */
    @EventListener
    void on(BulkEntry.Declared declared) {
        Round round = declared.round();
        Text text = text("coordination.moved.PROXY", round, declared.proof(), "");
        notices.add(declared.units(), Permission.FORM_ENTER, text, link(round), clock.instant());
        String subject = words.get(VIETNAMESE, "coordination.mail.moved");
        List<Post.ToUnit> letters = units.findAll(declared.units(), round.geography()).stream()
                .map(unit -> new Post.ToUnit(
                        unit.id(),
                        subject,
                        words.get(
                                VIETNAMESE,
                                "coordination.mail.body",
                                unit.fullName().vi(),
                                text.vi()),
                        link(round).replace("{unit}", String.valueOf(unit.id()))))
                .toList();
        post.write(letters, Permission.FORM_ENTER);
    }

    /** Administrators of the whole installation are told that kept sums are wrong. */
    @EventListener
    void on(SelfCheck.Differed differed) {
        Text text = words.text("coordination.check.differed", differed.differences());
        notices.add(List.of(UnitService.COUNTRY), Permission.AUDIT_READ, text, "/system", clock.instant());
    }

    /** Administrators of the whole installation are told that the trail is not what was written. */
    @EventListener
    void on(TrailCheck.Damaged damaged) {
        Text text = words.text("coordination.trail.damaged", damaged.faults());
        notices.add(List.of(UnitService.COUNTRY), Permission.AUDIT_READ, text, "/system", clock.instant());
    }

    /** The other side of a return is told what was written there. */
    @EventListener
    void on(Discussions.Said said) {
        Round round = said.round();
        String name = units.find(said.unit(), round.geography()).fullName().vi();
        notices.add(
                List.of(said.own() ? said.receiver() : said.unit()),
                said.own() ? Permission.FORM_REVIEW : Permission.FORM_ENTER,
                text(said.own() ? "coordination.said.below" : "coordination.said.above", round, said.text(), name),
                "/discussions/" + round.id() + "/" + said.unit(),
                clock.instant());
    }

    private static String link(Round round) {
        return "/collection/forms/" + round.id() + "/{unit}";
    }

    private Text text(String key, Round round, String remark, String name) {
        return new Text(
                words.get(VIETNAMESE, key, told(round, remark, name, VIETNAMESE)),
                words.get(Locale.ENGLISH, key, told(round, remark, name, Locale.ENGLISH)));
    }

    private Object[] told(Round round, String remark, String name, Locale locale) {
        Form form = catalog.form(round.form(), round.formVersion());
        return new Object[] {
            form.name().in(locale), words.get(locale, round.period(), round.says()), round.due(), remark, name
        };
    }
}
