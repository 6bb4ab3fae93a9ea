package vn.toam.access;

/** What the list of accounts can be sorted by. */
public enum AccountColumn {
    NAME("a.name_vi collate public.vietnamese"),
    PLACE(
            "(select n.name collate public.vietnamese from unit.unit_name n where n.unit = a.unit order by n.valid_to desc limit 1)"),
    SIGNED_IN("a.last_sign_in");

    private final String sql;

    AccountColumn(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
