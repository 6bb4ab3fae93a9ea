package vn.toam.database;

/** Brings databases up to date that no application starts on. */
public final class TestSchema {

    private TestSchema() {}

    /** @param url JDBC address, with credentials, of the owner */
    public static void migrate(String url) {
        Schema.migrate(new Schema.Owner(url, null, null));
    }
}
