package vn.toam.database;

import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the database whether it is there, and as it was when this program started: not an older copy put in its place. */
@Repository
class ReadinessRepository {

    private final JdbcClient jdbc;
    private final String count;
    private final int migrations;

    ReadinessRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.count = jdbc.sql(Schema.HISTORIES).query(String.class).list().stream()
                .map(history -> "(select count(*) from " + history + " where success)")
                .collect(Collectors.joining(" + ", "select ", ""));
        this.migrations = applied();
    }

    /** What is wrong with it; empty: nothing. */
    String fault() {
        int applied = applied();
        return applied < migrations ? "migrations: " + applied + " of " + migrations : "";
    }

    private int applied() {
        return jdbc.sql(count).query(Integer.class).single();
    }
}
