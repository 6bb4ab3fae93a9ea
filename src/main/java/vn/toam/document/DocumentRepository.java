package vn.toam.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.document.LegalBasis.Link;
import vn.toam.document.LegalBasis.Relation;

/** All SQL of the module. */
@Repository
class DocumentRepository {

    private final JdbcClient db;

    DocumentRepository(JdbcClient db) {
        this.db = db;
    }

    UUID add(Document paper) {
        return bind(db.sql("""
                        insert into document.document (type, number, issuer, issued_on, title, signer, signer_title)
                        values (:type, :number, :issuer, :issuedOn, :title, :signer, :signerTitle) returning id"""), paper).query(UUID.class).single();
    }

    void change(UUID id, Document paper) {
        bind(db.sql("""
                        update document.document set type = :type, number = :number, issuer = :issuer, issued_on = :issuedOn,
                            title = :title, signer = :signer, signer_title = :signerTitle where id = :id"""), paper).param("id", id).update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Document paper) {
        return sql.param("type", paper.type())
                .param("number", paper.number())
                .param("issuer", paper.issuer())
                .param("issuedOn", paper.issuedOn())
                .param("title", paper.title())
                .param("signer", paper.signer())
                .param("signerTitle", paper.signerTitle());
    }

    Optional<Document> find(UUID id) {
        return db.sql("select * from document.document where id = :id")
                .param("id", id)
                .query(DocumentRepository::document)
                .optional();
    }

    /** Same number and no contradicting date; without a number the same title. A number alone must be unique to count. */
    Optional<UUID> same(Document citation) {
        List<UUID> found = db.sql("""
                        select id from document.document
                        where case when cast(:number as text) is null then number is null and public.plain(title) = public.plain(:title)
                              else number_key = upper(replace(:number, ' ', ''))
                               and (issued_on is null or cast(:issuedOn as date) is null or issued_on = :issuedOn) end
                        order by (issued_on is not distinct from cast(:issuedOn as date)) desc, id limit 2""")
                .param("number", citation.number())
                .param("title", citation.title())
                .param("issuedOn", citation.issuedOn())
                .query(UUID.class)
                .list();
        boolean sure = found.size() == 1 || (found.size() == 2 && citation.issuedOn() != null);
        return sure ? Optional.of(found.getFirst()) : Optional.empty();
    }

    void link(UUID from, UUID to, Relation relation) {
        db.sql("""
                        insert into document.legal_basis (from_document, to_document, relation)
                        values (:from, :to, :relation) on conflict do nothing""")
                .param("from", from)
                .param("to", to)
                .param("relation", relation.name())
                .update();
    }

    List<LegalBasis> bases(UUID id) {
        List<Link> links = db.sql("""
                        with recursive up as (
                            select l.*, 1 as depth from document.legal_basis l where from_document = :id
                            union
                            select l.*, up.depth + 1 from document.legal_basis l join up on l.from_document = up.to_document
                            where up.depth < 6)
                        select from_document, to_document, relation, min(position) as position from up
                        group by 1, 2, 3 order by 4""")
                .param("id", id)
                .query((row, n) -> new Link(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), Relation.valueOf(row.getString(3))))
                .list();
        return tree(id, links, documents(links), new HashSet<>(Set.of(id)));
    }

    private Map<UUID, Document> documents(List<Link> links) {
        Map<UUID, Document> found = new HashMap<>();
        if (!links.isEmpty()) {
            db.sql("select * from document.document where id = any(:ids)")
                    .param("ids", links.stream().map(Link::to).distinct().toArray(UUID[]::new))
                    .query(DocumentRepository::document)
                    .list()
                    .forEach(paper -> found.put(paper.id(), paper));
        }
        return found;
    }

    private static List<LegalBasis> tree(UUID from, List<Link> links, Map<UUID, Document> papers, Set<UUID> path) {
        List<LegalBasis> bases = new ArrayList<>();
        for (Link link : links) {
            Document paper = papers.get(link.to());
            if (link.from().equals(from) && paper != null && path.add(link.to())) {
                bases.add(new LegalBasis(paper, link.relation(), tree(link.to(), links, papers, path)));
                path.remove(link.to());
            }
        }
        return bases;
    }

    List<LegalBasis> changedBy(UUID id) {
        return db.sql("""
                        select d.*, l.relation from document.legal_basis l join document.document d on d.id = l.from_document
                        where l.to_document = :id and l.relation in ('REPLACES', 'AMENDS') order by d.issued_on desc nulls last""")
                .param("id", id)
                .query((row, n) ->
                        new LegalBasis(document(row, n), Relation.valueOf(row.getString("relation")), List.of()))
                .list();
    }

    void recipients(UUID id, List<String> names) {
        db.sql("delete from document.recipient where document = :id")
                .param("id", id)
                .update();
        db.sql("""
                        insert into document.recipient (document, position, name)
                        select :id, n, name from unnest(cast(:names as text[])) with ordinality as given (name, n)""").param("id", id).param("names", names.toArray(String[]::new)).update();
    }

    List<String> recipients(UUID id) {
        return db.sql("select name from document.recipient where document = :id order by position")
                .param("id", id)
                .query(String.class)
                .list();
    }

    Attachment attach(@Nullable UUID document, String name, String type, String sha256, int size, Instant at) {
        UUID id = db.sql("""
                        insert into document.attachment (document, name, media_type, size, sha256, at)
                        values (:document, :name, :type, :size, :sha256, :at) returning id""")
                .param("document", document)
                .param("name", name)
                .param("type", type)
                .param("size", size)
                .param("sha256", sha256)
                .param("at", Timestamp.from(at))
                .query(UUID.class)
                .single();
        return new Attachment(id, name, type, size, sha256, at);
    }

    List<Attachment> files(UUID document) {
        return db.sql(
                        "select id, name, media_type, size, sha256, at from document.attachment where document = :id order by id")
                .param("id", document)
                .query(DocumentRepository::attachment)
                .list();
    }

    Optional<Attachment> file(UUID id) {
        return db.sql("select id, name, media_type, size, sha256, at from document.attachment where id = :id")
                .param("id", id)
                .query(DocumentRepository::attachment)
                .optional();
    }

    List<Attachment> files(Collection<UUID> ids) {
        return db.sql(
                        "select id, name, media_type, size, sha256, at from document.attachment where id = any(:ids) order by id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(DocumentRepository::attachment)
                .list();
    }

    void keepText(UUID document, String text) {
        db.sql("""
                        insert into document.source_text (document, text) values (:id, :text)
                        on conflict (document) do update set text = excluded.text""").param("id", document).param("text", text).update();
    }

    Optional<String> text(UUID document) {
        return db.sql("select text from document.source_text where document = :id")
                .param("id", document)
                .query(String.class)
                .optional();
    }

    List<UUID> same(String text, String sha256) {
        return db.sql("""
                        select document from document.source_text where fingerprint = document.fingerprint(:text)
                        union select document from document.attachment where document is not null and sha256 = :sha256""")
                .param("text", text)
                .param("sha256", sha256)
                .query(UUID.class)
                .list();
    }

    private static Document document(ResultSet row, int n) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("number"),
                row.getString("issuer"),
                row.getObject("issued_on", java.time.LocalDate.class),
                row.getString("title"),
                row.getString("signer"),
                row.getString("signer_title"));
    }

    private static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getTimestamp("at").toInstant());
    }
}
