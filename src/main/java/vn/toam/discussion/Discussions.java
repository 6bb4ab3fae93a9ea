package vn.toam.discussion;

import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.round.RoundPermissions.FORM_REVIEW;
import static vn.toam.submission.SubmissionPermissions.FORM_APPROVE;
import static vn.toam.submission.SubmissionPermissions.FORM_CHECK;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;
import static vn.toam.submission.SubmissionPermissions.FORM_PROXY;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.collection.RoundReader;
import vn.toam.definition.Form;
import vn.toam.document.Attachment;
import vn.toam.document.Documents;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.submission.RoundRow;
import vn.toam.unit.UnitService;

/**
 * Threads at returns. Whoever may see a unit's figures reads them; those who fill, check or approve the return, and those who receive it or
 * type it from paper, write.
 */
@Service
public class Discussions {

    /** Most files that come with one comment. */
    static final int FILES = 5;

    private static final int LONGEST = 2_000;

    /** A file on its way in. */
    public record File(String name, byte[] bytes) {}

    /** What stands at a return, oldest first. @param writes the account asking may write there */
    public record Thread(Round round, boolean writes, List<Comment> comments) {}

    /** A return that the account asking may see. */
    private record Asked(Round round, RoundRow row) {}

    /**
     * Published within the same transaction when somebody wrote.
     *
     * @param unit who reports, {@code receiver} who accepts
     * @param own the unit itself wrote, else its receiver
     */
    public record Said(Round round, int unit, int receiver, boolean own, String text) {}

    private final CommentRepository comments;
    private final RoundService rounds;
    private final RoundReader returns;
    private final UnitService units;
    private final Documents documents;
    private final Catalog catalog;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Discussions(
            CommentRepository comments,
            RoundService rounds,
            RoundReader returns,
            UnitService units,
            Documents documents,
            Catalog catalog,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.comments = comments;
        this.rounds = rounds;
        this.returns = returns;
        this.units = units;
        this.documents = documents;
        this.catalog = catalog;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What was said at a unit's return of a round. @throws NotFound when the round does not ask the unit */
    @Transactional(readOnly = true)
    public Thread thread(UUID round, int unit) {
        Asked asked = asked(round, unit);
        return new Thread(asked.round(), mayWrite(asked, unit), comments.thread(at(round, unit)));
    }

    private boolean mayWrite(Asked asked, int unit) {
        return own(unit)
                || access.allows(FORM_REVIEW, Subject.of(asked.row().receiver()))
                || access.allows(FORM_PROXY, Subject.of(unit));
    }

    private boolean own(int unit) {
        return access.allows(FORM_ENTER, Subject.of(unit))
                || access.allows(FORM_CHECK, Subject.of(unit))
                || access.allows(FORM_APPROVE, Subject.of(unit));
    }

    /**
     * Writes. The other side is told.
     *
     * @param line id of a line of the form; blank: about the whole return
     * @param key client key: the same request again does nothing
     * @throws Rejected when there is neither text nor file, or too much of either
     */
    @Transactional
    public void say(UUID roundId, int unit, String line, String text, List<File> files, String key) {
        Asked asked = asked(roundId, unit);
        if (!mayWrite(asked, unit)) {
            throw new NotAllowed();
        }
        Round round = asked.round();
        String said = text.strip();
        if (said.isEmpty() && files.isEmpty()) {
            throw Rejected.field("text", "discussion.problem.nothing");
        }
        if (said.length() > LONGEST) {
            throw Rejected.field("text", "discussion.problem.long", LONGEST);
        }
        if (files.size() > FILES) {
            throw Rejected.field("file", "discussion.problem.files", FILES);
        }
        Form form = catalog.form(round.form(), round.formVersion());
        if (!line.isEmpty() && form.field(line).isEmpty()) {
            throw Rejected.field("line", "discussion.problem.line");
        }
        Me me = access.me();
        CommentRepository.Place at = at(roundId, unit);
        comments.add(at, me, line, said, key, clock.instant()).ifPresent(comment -> {
            files.forEach(file -> comments.attach(
                    at,
                    comment,
                    documents.attach(null, file.name(), file.bytes()).id()));
            audit.record("discussion.audit.said", "submission", roundId + "/" + unit, Map.of("files", files.size()));
            events.publishEvent(new Said(round, unit, asked.row().receiver(), own(unit), said));
        });
    }

    /** A file of the thread. @throws NotFound when it came with another one */
    @Transactional(readOnly = true)
    public Attachment file(UUID round, int unit, UUID file) {
        return thread(round, unit).comments().stream()
                .flatMap(comment -> comment.files().stream())
                .filter(each -> each.id().equals(file))
                .findFirst()
                .orElseThrow(() -> new NotFound("file " + file));
    }

    /** Its bytes. */
    @Transactional(readOnly = true)
    public byte[] content(UUID round, int unit, UUID file) {
        return documents.content(file(round, unit, file).id());
    }

    private Asked asked(UUID id, int unit) {
        access.require(FIGURES_READ, Subject.of(unit));
        Round round = rounds.find(id);
        RoundRow row = returns.row(round, unit);
        if (row == null) {
            throw new NotFound("return " + id + "/" + unit);
        }
        return new Asked(round, row);
    }

    private CommentRepository.Place at(UUID round, int unit) {
        return new CommentRepository.Place(units.find(unit).province(), round, unit);
    }
}
