package vn.toam.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the database whether it is there, and as it was when this program started: not an older copy put in its place. */
@Repository
class ReadinessRepository {

    private final JdbcClient jdbc;
    private final int migrations;

    ReadinessRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.migrations = applied();
    }

    /** What is wrong with it; empty: nothing. */
    String fault() {
        int applied = applied();
        return applied < migrations ? "migrations: " + applied + " of " + migrations : "";
    }

    private int applied() {
        return jdbc.sql("select count(*) from public.flyway_schema_history where success")
                .query(Integer.class)
                .single();
    }
}
