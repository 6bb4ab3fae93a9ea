package vn.toam.architecture.planted;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the database outside a repository. */
public class SqlInAController {
    public int count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from plan.plan").query(Integer.class).single();
    }
}
