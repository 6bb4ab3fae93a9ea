package vn.toam.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.ImportBatch;
import vn.toam.mapping.ImportKind;
import vn.toam.mapping.ImportPlace;
import vn.toam.mapping.ImportTarget;
import vn.toam.mapping.Outcome;
import vn.toam.mapping.RecordColumn;
import vn.toam.mapping.RecordColumn.Kind;
import vn.toam.mapping.RecordColumn.Option;
import vn.toam.mapping.RecordRow;
import vn.toam.mapping.RecordTarget;
import vn.toam.mapping.StandingRecord;
import vn.toam.mapping.TakenBack;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.TestDatabase;
import vn.toam.shared.Text;
import vn.toam.submission.SubmissionPermissions;

/** A chess club's list of members: the second kind of thing that tables are brought into, and the plainest. */
@Component
public class ChessMembers implements ImportKind {

    static final String KIND = "chess";

    private static final List<RecordColumn> COLUMNS = List.of(
            RecordColumn.of("name", new Text("Họ và tên", "Full name"), Kind.TEXT, true, "họ tên", "hội viên"),
            RecordColumn.of("born", new Text("Năm sinh", "Born in"), Kind.YEAR, true),
            RecordColumn.of("joined", new Text("Ngày vào câu lạc bộ", "Joined on"), Kind.DATE, false, "ngày gia nhập"),
            new RecordColumn(
                    "games",
                    new Text("Số ván đã đấu", "Games played"),
                    List.of("số ván"),
                    Kind.INTEGER,
                    false,
                    List.of(),
                    false,
                    java.math.BigDecimal.ZERO),
            RecordColumn.code(
                    "grade",
                    new Text("Đẳng cấp", "Grade"),
                    false,
                    List.of(
                            new Option("GM", new Text("Đại kiện tướng", "Grandmaster")),
                            new Option("M", new Text("Kiện tướng", "Master")),
                            new Option("C1", new Text("Cấp 1", "First grade")))),
            RecordColumn.of("captain", new Text("Là đội trưởng", "Captain"), Kind.YES_NO, false),
            RecordColumn.of("remark", new Text("Ghi chú", "Remark"), Kind.LONG, false));

    private final JdbcClient jdbc;
    private final Access access;

    ChessMembers(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    static void table() {
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(TestDatabase.ownerUrl()));
        owner.sql("""
                create table if not exists public.made_up_member (id uuid primary key, club text not null, key text not null,
                    said text not null, version int not null, batch uuid not null)
                """).update();
        owner.sql("grant select, insert, update, delete on public.made_up_member to toam_app")
                .update();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayImport() {
        return access.me().may(SubmissionPermissions.FORM_ENTER);
    }

    @Override
    public ImportTarget find(String key) {
        if (!mayImport()) {
            throw new NotAllowed();
        }
        if (key.isBlank()) {
            throw new NotFound("club");
        }
        return new Club(key);
    }

    /** What each member of a club says, by name. */
    Map<String, Map<String, String>> members(String club) {
        Map<String, Map<String, String>> members = new TreeMap<>();
        jdbc.sql("select said from public.made_up_member where club = ?")
                .param(club)
                .query(row -> {
                    Map<String, String> said = said(row.getString("said"));
                    members.put(Objects.requireNonNull(said.get("name")), said);
                });
        return members;
    }

    void change(String club, String name, String column, String value) {
        Map<String, String> said = Objects.requireNonNull(members(club).get(name));
        said.put(column, value);
        jdbc.sql("update public.made_up_member set said = ?, version = version + 1 where club = ? and said like ?")
                .params(Json.write(said), club, "%" + name + "%")
                .update();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> said(String json) {
        return new TreeMap<>((Map<String, String>) Json.read(json, Map.class));
    }

    private final class Club extends RecordTarget {

        private final String club;

        private Club(String club) {
            super(COLUMNS);
            this.club = club;
        }

        @Override
        protected List<String> key() {
            return List.of("name", "born");
        }

        @Override
        protected Map<String, List<StandingRecord>> standing(Collection<RecordRow> rows) {
            Map<String, List<StandingRecord>> standing = new HashMap<>();
            jdbc.sql("select id, key, said, version from public.made_up_member where club = ? and key = any(?)")
                    .params(club, rows.stream().map(RecordRow::key).toArray(String[]::new))
                    .query(row -> {
                        Map<String, String> said = said(row.getString("said"));
                        standing.computeIfAbsent(row.getString("key"), any -> new ArrayList<>())
                                .add(new StandingRecord(
                                        row.getString("id"),
                                        row.getInt("version"),
                                        name(said) + " " + said.get("joined"),
                                        said));
                    });
            return standing;
        }

        @Override
        public Map<Integer, Fault> save(ImportBatch batch) {
            Map<Integer, Fault> refused = new HashMap<>();
            batch.entries().forEach((ordinal, entry) -> {
                boolean done = recordOf(entry)
                        .map(id -> write(id, versionOf(entry), merged(id, after(entry)), batch.id()))
                        .orElseGet(() -> add(entry, batch.id()));
                if (!done) {
                    refused.put(ordinal, Fault.of("imports.wrong.changed"));
                }
            });
            return refused;
        }

        private boolean add(Entry entry, UUID batch) {
            return jdbc.sql("insert into public.made_up_member values (?, ?, ?, ?, 1, ?)")
                            .params(UUID.randomUUID(), club, keyOf(after(entry)), Json.write(after(entry)), batch)
                            .update()
                    > 0;
        }

        private Map<String, String> merged(String id, Map<String, ? extends @Nullable String> changes) {
            Map<String, String> said = said(jdbc.sql("select said from public.made_up_member where id = ?")
                    .param(UUID.fromString(id))
                    .query(String.class)
                    .single());
            changes.forEach((column, value) -> {
                if (value == null) {
                    said.remove(column);
                } else {
                    said.put(column, value);
                }
            });
            return said;
        }

        private boolean write(String id, int version, Map<String, String> said, UUID batch) {
            return jdbc.sql(
                                    "update public.made_up_member set said = ?, version = version + 1, batch = ? where id = ? and version = ?")
                            .params(Json.write(said), batch, UUID.fromString(id), version)
                            .update()
                    > 0;
        }

        @Override
        public TakenBack undo(ImportBatch batch) {
            List<Outcome.Left> left = new ArrayList<>();
            int entries = 0;
            int values = 0;
            for (Entry entry : batch.all()) {
                boolean done = recordOf(entry)
                        .map(id -> write(id, versionOf(entry) + 1, merged(id, before(entry)), batch.id()))
                        .orElseGet(() -> jdbc.sql(
                                                "delete from public.made_up_member where club = ? and key = ? and batch = ? and version = 1")
                                        .params(club, keyOf(after(entry)), batch.id())
                                        .update()
                                > 0);
                if (done) {
                    entries++;
                    values += entry.changes().size();
                } else {
                    left.add(new Outcome.Left(entry.name(), List.of(Fault.of("imports.wrong.changed"))));
                }
            }
            return new TakenBack(entries, values, left);
        }

        @Override
        public ImportPlace place() {
            return new ImportPlace(
                    "imports",
                    ImportPlace.IMPORTS,
                    "/",
                    Text.of("Câu lạc bộ cờ " + club),
                    true,
                    List.of(),
                    List.of(new ImportPlace.Link("/", Text.of("Về trang chủ"))),
                    "club",
                    club,
                    false);
        }

        @Override
        public String remembers() {
            return "members";
        }
    }
}
