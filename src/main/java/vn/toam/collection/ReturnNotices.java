package vn.toam.collection;

import static vn.toam.round.RoundPermissions.FORM_REVIEW;
import static vn.toam.submission.SubmissionPermissions.FORM_APPROVE;
import static vn.toam.submission.SubmissionPermissions.FORM_CHECK;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toam.notice.MailQueue;
import vn.toam.notice.Notifier;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.round.RoundMessages;
import vn.toam.round.RoundService;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.submission.Submission;
import vn.toam.unit.UnitService;

/** Tells units what was done to a round that asks them, and to their own return, in the transaction that does it. */
@Component
class ReturnNotices {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Notifier notifier;
    private final MailQueue mail;
    private final RoundMessages messages;
    private final ListRepository lists;
    private final RoundService rounds;
    private final UnitService units;
    private final Words words;

    ReturnNotices(
            Notifier notifier,
            MailQueue mail,
            RoundMessages messages,
            ListRepository lists,
            RoundService rounds,
            UnitService units,
            Words words) {
        this.notifier = notifier;
        this.mail = mail;
        this.messages = messages;
        this.lists = lists;
        this.rounds = rounds;
        this.units = units;
        this.words = words;
    }

    @EventListener
    void on(RoundChanges.Changed changed) {
        RoundChanges.Step step = changed.step();
        if (step.verb() != RoundChanges.Verb.CLOSE) {
            Text text = messages.text("coordination.round." + step.verb(), changed.round(), step.remark(), "");
            notifier.tell(lists.asked(changed.round().id()), FORM_ENTER, text, link(changed.round()));
        }
    }

    @EventListener
    void on(CollectionService.Moved moved) {
        Submission of = moved.submission();
        @Nullable
        Permission told = switch (moved.action()) {
            case RETURN, DECLINE, ASK, PROXY -> FORM_ENTER;
            case ASK_CHECK -> FORM_CHECK;
            case ASK_APPROVAL -> FORM_APPROVE;
            case ANSWER -> FORM_REVIEW;
            case SUBMIT, RECALL, ACCEPT, AMEND, REORGANISE -> null;
        };
        if (told != null) {
            Round round = rounds.find(of.round());
            String name = units.find(of.unit(), round.geography()).fullName().vi();
            Text text = messages.text("coordination.moved." + moved.action(), round, moved.remark(), name);
            String link = link(round).replace("{unit}", String.valueOf(of.unit()));
            int reader = told == FORM_REVIEW ? of.receiver() : of.unit();
            notifier.tell(List.of(reader), told, text, link);
            String subject = words.get(VIETNAMESE, "coordination.mail.moved");
            String body = words.get(
                    VIETNAMESE,
                    "coordination.mail.body",
                    units.find(reader, round.geography()).fullName().vi(),
                    text.vi());
            mail.write(List.of(new MailQueue.ToUnit(reader, subject, body, link)), told);
        }
    }

    /** Everybody for whom somebody types from paper is told the same, whatever their number. */
    @EventListener
    void on(BulkEntry.Declared declared) {
        Round round = declared.round();
        Text text = messages.text("coordination.moved.PROXY", round, declared.proof(), "");
        notifier.tell(declared.units(), FORM_ENTER, text, link(round));
        String subject = words.get(VIETNAMESE, "coordination.mail.moved");
        List<MailQueue.ToUnit> letters = units.findAll(declared.units(), round.geography()).stream()
                .map(unit -> new MailQueue.ToUnit(
                        unit.id(),
                        subject,
                        words.get(
                                VIETNAMESE,
                                "coordination.mail.body",
                                unit.fullName().vi(),
                                text.vi()),
                        link(round).replace("{unit}", String.valueOf(unit.id()))))
                .toList();
        mail.write(letters, FORM_ENTER);
    }

    private static String link(Round round) {
        return "/collection/forms/" + round.id() + "/{unit}";
    }
}
