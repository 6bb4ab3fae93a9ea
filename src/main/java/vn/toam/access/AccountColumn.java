package vn.toam.access;

/** What the list of accounts can be sorted by. */
public enum AccountColumn {
    NAME("a.name_vi collate public.vietnamese"),
    PLACE("(select n.name collate public.vietnamese from unit.last_name_v n where n.unit = a.unit)"),
    SIGNED_IN("a.last_sign_in");

    private final String sql;

    AccountColumn(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
