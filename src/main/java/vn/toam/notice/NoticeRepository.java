package vn.toam.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.Me;
import vn.toam.shared.Permission;
import vn.toam.shared.Slice;
import vn.toam.shared.Text;
import vn.toam.unit.Geographies;

/** Notices and who has read them. */
@Repository
class NoticeRepository {

    private static final int PAGE = 30;

    /** Of the reader's own unit, for what it may do there. */
    private static final String MINE = """
            from notice.notice n
            where n.province = :province and n.unit = :unit and n.permission = any(:permissions)
              and (n.agency is null or n.agency = :agency) and (n.account is null or n.account = :account)
              and n.author is distinct from :account
            """;

    private static final String UNREAD =
            " and not exists (select 1 from notice.notice_read r where r.province = :province and r.account = :account and r.notice = n.id)";

    private final JdbcClient jdbc;
    private final Geographies places;

    NoticeRepository(JdbcClient jdbc, Geographies places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** Tells each of the units the same; {@code link} may hold {unit}. */
    void add(Collection<Integer> units, Permission permission, Text text, String link, Instant now) {
        int[] told = units.stream().mapToInt(Integer::intValue).distinct().toArray();
        jdbc.sql("""
                insert into notice.notice (province, unit, permission, at, text_vi, text_en, link)
                select told.province, told.unit, :permission, :now, :vi, :en, replace(:link, '{unit}', told.unit::text)
                from unnest(:provinces::smallint[], :units::int[]) told(province, unit)
                """)
                .param("provinces", Arrays.stream(told).map(this::province).toArray())
                .param("permission", permission.name())
                .param("now", Timestamp.from(now))
                .param("vi", text.vi())
                .param("en", text.en())
                .param("link", link)
                .param("units", told)
                .update();
    }

    private int province(int unit) {
        return places.now().province(unit).orElse(0);
    }

    /** Tells the people of an agency, or of a unit, but not who did it. */
    void tell(Notifier.Message message, Instant now) {
        jdbc.sql("""
                insert into notice.notice (province, unit, agency, permission, author, at, text_vi, text_en, link, mailed)
                values (:province, :unit, :agency, :permission, :author, :now, :vi, :en, :link, :mailed)
                """)
                .param("province", province(message.unit()))
                .param("unit", message.unit())
                .param("agency", message.agency(), Types.INTEGER)
                .param("permission", message.permission().name())
                .param("author", message.author(), Types.OTHER)
                .param("now", Timestamp.from(now))
                .param("vi", message.text().vi())
                .param("en", message.text().en())
                .param("link", message.link())
                .param("mailed", message.atOnce())
                .update();
    }

    int unread(Me me) {
        return mine("select count(*) " + MINE + UNREAD, me).query(Integer.class).single();
    }

    /** Notices for an account in one of its posts, unread, not sent as letters, told since a moment. */
    int unread(Contact one, Collection<String> permissions, Instant since) {
        return jdbc.sql("select count(*) " + MINE + UNREAD + " and not n.mailed and n.at > :since")
                .param("province", province(one.unit()))
                .param("unit", one.unit())
                .param("agency", one.agency())
                .param("account", one.account())
                .param("permissions", permissions.toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    Slice<Notice> page(Me me, int number) {
        int total = mine("select count(*) " + MINE, me).query(Integer.class).single();
        int page = Math.clamp(number, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        List<Notice> items = mine(
                        "select n.*, not (true" + UNREAD + ") as read " + MINE
                                + " order by n.at desc, n.id limit :limit offset :from",
                        me)
                .param("limit", PAGE)
                .param("from", (page - 1) * PAGE)
                .query(NoticeRepository::notice)
                .list();
        return new Slice<>(items, page, PAGE, total);
    }

    /** The notice if the reader is among those told. */
    Optional<Notice> find(Me me, UUID id) {
        return mine("select n.*, not (true" + UNREAD + ") as read " + MINE + " and n.id = :id", me)
                .param("id", id)
                .query(NoticeRepository::notice)
                .optional();
    }

    /** @param id one notice; null: all of them */
    void read(Me me, @org.jspecify.annotations.Nullable UUID id, Instant now) {
        mine(
                        "insert into notice.notice_read (account, province, notice, at) select :account, n.province, n.id, :now "
                                + MINE + UNREAD + (id == null ? "" : " and n.id = :id") + " on conflict do nothing",
                        me)
                .param("now", Timestamp.from(now))
                .param("id", id, java.sql.Types.OTHER)
                .update();
    }

    private JdbcClient.StatementSpec mine(String sql, Me me) {
        return jdbc.sql(sql)
                .param("province", province(me.unit()))
                .param("unit", me.unit())
                .param("agency", me.agency())
                .param("account", me.account())
                .param(
                        "permissions",
                        me.permissions().stream().map(Permission::name).toArray(String[]::new));
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getInt("province"),
                row.getObject("id", UUID.class),
                row.getInt("unit"),
                row.getTimestamp("at").toInstant(),
                new Text(row.getString("text_vi"), row.getString("text_en")),
                row.getString("link"),
                row.getBoolean("read"));
    }
}
