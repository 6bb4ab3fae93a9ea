package vn.toam.database;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the database whether it is there, and as this program left it. */
@Repository
class ReadinessRepository {

    private final JdbcClient jdbc;
    private final int migrations;

    ReadinessRepository(JdbcClient jdbc, Flyway flyway) {
        this.jdbc = jdbc;
        this.migrations = flyway.info().applied().length;
    }

    /** What is wrong with it; empty: nothing. */
    String fault() {
        int applied = jdbc.sql("select count(*) from public.flyway_schema_history where success")
                .query(Integer.class)
                .single();
        return applied < migrations ? "migrations: " + applied + " of " + migrations : "";
    }
}
