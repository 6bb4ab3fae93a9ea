package vn.toam.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** Rows of {@code register.record_v} as records. */
public final class RecordMapper {

    /** What is asked of a row {@code r}. */
    public static final String COLUMNS = """
            r.province, r.id, r.register, r.register_version, r.unit, r.agency, r.village, r.state, r.on_day, r.data, r.files, r.version, r.source,
            r.batch, r.merged_into, r.demo, r.made_at, r.changed_at, r.changed_by,
            (select max(s.first) from register.span_v s where s.province = r.province and s.record = r.id and s.until is null) as since
            """;

    /** The same with parameter {@code province}: planned for the part of the one province. */
    public static final String OF_PROVINCE = COLUMNS.replace("= r.province", "= :province");

    private RecordMapper() {}

    public static RegisterRecord record(ResultSet row, int number) throws SQLException {
        LocalDate onDay = row.getObject("on_day", LocalDate.class);
        LocalDate since = row.getObject("since", LocalDate.class);
        Integer agency = row.getObject("agency", Integer.class);
        return new RegisterRecord(
                row.getInt("province"),
                row.getObject("id", UUID.class),
                row.getString("register"),
                row.getInt("register_version"),
                row.getInt("unit"),
                agency,
                row.getObject("village", UUID.class),
                row.getString("state"),
                since == null ? onDay : since,
                onDay,
                Values.of(row.getString("data")),
                row.getInt("files"),
                row.getInt("version"),
                RegisterRecord.Source.valueOf(row.getString("source")),
                row.getObject("batch", UUID.class),
                row.getObject("merged_into", UUID.class),
                row.getBoolean("demo"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }
}
