package vn.toam.discussion;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.document.Attachment;
import vn.toam.document.Documents;
import vn.toam.shared.CommentCounts;
import vn.toam.shared.Me;

/** Comments and which files came with them. Every statement names the province first. */
@Repository
class CommentRepository implements CommentCounts {

    private final JdbcClient jdbc;
    private final Documents documents;

    CommentRepository(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** Where a thread is. @param province code of the province of today */
    record Place(int province, UUID round, int unit) {}

    /** The new comment's id; empty when this {@code key} was used at this return before. */
    Optional<UUID> add(Place at, Me who, String line, String text, String key, Instant now) {
        return jdbc.sql("""
                insert into discussion.comment (province, round, unit, at, account, account_name, line, text, key)
                values (:province, :round, :unit, :now, :account, :name, :line, :text, :key)
                on conflict do nothing returning id
                """)
                .param("province", at.province())
                .param("round", at.round())
                .param("unit", at.unit())
                .param("now", Timestamp.from(now))
                .param("account", who.account())
                .param("name", who.name())
                .param("line", line)
                .param("text", text)
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    void attach(Place at, UUID comment, UUID attachment) {
        jdbc.sql("insert into discussion.comment_file (province, comment, attachment) values (?, ?, ?)")
                .params(at.province(), comment, attachment)
                .update();
    }

    /** Oldest first. */
    List<Comment> thread(Place at) {
        Map<UUID, List<Attachment>> files = files(at);
        return jdbc.sql("""
                select id, at, account_name, line, text from discussion.comment
                where province = ? and round = ? and unit = ? order by at, id
                """)
                .params(at.province(), at.round(), at.unit())
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Comment(
                            id,
                            row.getTimestamp("at").toInstant(),
                            row.getString("account_name"),
                            row.getString("line"),
                            row.getString("text"),
                            files.getOrDefault(id, List.of()));
                })
                .list();
    }

    @Override
    public Map<Integer, Integer> comments(UUID round, Collection<Integer> provinces, Collection<Integer> units) {
        Map<Integer, Integer> comments = new HashMap<>();
        jdbc.sql("""
                select unit, count(*) from discussion.comment
                where province = any(?) and round = ? and unit = any(?) group by unit
                """)
                .params(provinces.toArray(Integer[]::new), round, units.toArray(Integer[]::new))
                .query((ResultSet row, int n) -> comments.put(row.getInt(1), row.getInt(2)))
                .list();
        return comments;
    }

    private Map<UUID, List<Attachment>> files(Place at) {
        Map<UUID, UUID> comments = new HashMap<>();
        jdbc.sql("""
                select f.attachment, f.comment
                from discussion.comment c
                join discussion.comment_file f on f.province = c.province and f.comment = c.id
                where c.province = ? and c.round = ? and c.unit = ?
                """).params(at.province(), at.round(), at.unit()).query(row -> {
            comments.put(row.getObject("attachment", UUID.class), row.getObject("comment", UUID.class));
        });
        return documents.files(comments.keySet()).stream()
                .collect(Collectors.groupingBy(file -> comments.get(file.id())));
    }
}
