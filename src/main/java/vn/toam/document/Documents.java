package vn.toam.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.document.LegalBasis.Relation;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;

/**
 * Keeps papers, their links and their files. Part of the caller's transaction; the caller has checked who may and writes the trail of
 * what it did.
 */
@Service
public class Documents {

    private final DocumentRepository papers;
    private final FileContents contents;
    private final Clock clock;

    Documents(DocumentRepository papers, FileContents contents, Clock clock) {
        this.papers = papers;
        this.contents = contents;
        this.clock = clock;
    }

    /** Keeps a new paper and tells its id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(Document paper) {
        return papers.add(paper);
    }

    /** Changes what is known of a paper. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(UUID id, Document paper) {
        papers.change(id, paper);
    }

    /** @throws NotFound when there is no such paper */
    @Transactional(readOnly = true)
    public Document get(UUID id) {
        return papers.find(id).orElseThrow(() -> new NotFound("document " + id));
    }

    /** The paper that a citation means: the one with this number and date, or a new entry known by the citation only. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID cited(Document citation) {
        return papers.same(citation).orElseGet(() -> papers.add(citation));
    }

    /** Notes that {@code from} refers to {@code to}; a second note of the same pair changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(UUID from, UUID to, Relation relation) {
        if (!from.equals(to)) {
            papers.link(from, to, relation);
        }
    }

    /** What the paper rests on, each with what that rests on, at most six steps up; a circle is cut. */
    @Transactional(readOnly = true)
    public List<LegalBasis> bases(UUID id) {
        return papers.bases(id);
    }

    /** The papers that replace or amend this one, newest first. */
    @Transactional(readOnly = true)
    public List<LegalBasis> changedBy(UUID id) {
        return papers.changedBy(id);
    }

    /** Replaces the lines of "Nơi nhận". */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendTo(UUID id, List<String> recipients) {
        papers.recipients(id, recipients);
    }

    /** The lines of "Nơi nhận". */
    @Transactional(readOnly = true)
    public List<String> recipients(UUID id) {
        return papers.recipients(id);
    }

    /**
     * Keeps a file.
     *
     * @param document the paper it belongs to; null when it is evidence of something else
     * @throws Rejected when it is empty, a program, or above {@link Attachment#MAX_BYTES}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Attachment attach(@Nullable UUID document, String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw Rejected.field("file", "document.file.empty");
        }
        if (bytes.length > Attachment.MAX_BYTES) {
            throw Rejected.field("file", "document.file.large");
        }
        String shown = name.replaceAll("[\\p{Cntrl}/\\\\\"]", "_").strip();
        if (MediaTypes.program(shown, bytes)) {
            throw Rejected.field("file", "document.file.program", shown);
        }
        return papers.attach(
                document,
                shown.isEmpty() ? "tep" : shown,
                MediaTypes.of(bytes),
                contents.put(bytes),
                bytes.length,
                clock.instant());
    }

    /** The files of a paper. */
    @Transactional(readOnly = true)
    public List<Attachment> files(UUID document) {
        return papers.files(document);
    }

    /** Facts of these files; the caller has checked who may read what they belong to. */
    @Transactional(readOnly = true)
    public List<Attachment> files(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : papers.files(ids);
    }

    /** A file's facts. */
    @Transactional(readOnly = true)
    public Attachment file(UUID id) {
        return papers.file(id).orElseThrow(() -> new NotFound("file " + id));
    }

    /** A file's bytes. */
    @Transactional(readOnly = true)
    public byte[] content(UUID id) {
        return contents.get(file(id).sha256());
    }

    /** Keeps the text that was read from the paper's file; spans of a reading refer to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepText(UUID document, String text) {
        papers.keepText(document, text);
    }

    /** The paper's text; null when none was read. */
    @Transactional(readOnly = true)
    public @Nullable String text(UUID document) {
        return papers.text(document).orElse(null);
    }

    /** Papers with the same words, whatever file they came in, or that came as the same file. */
    @Transactional(readOnly = true)
    public List<UUID> same(String text, String sha256) {
        return papers.same(text, sha256);
    }

    /** The fingerprint under which a file is kept. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
