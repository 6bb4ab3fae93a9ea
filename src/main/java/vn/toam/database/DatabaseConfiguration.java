package vn.toam.database;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.toam.shared.Settings;

/** The application's connections: to its own server, or to the one that the user named. */
@Configuration
class DatabaseConfiguration {

    /** Also the number of requests that may work on the database at once. */
    private static final int CONNECTIONS = 24;

    @Bean
    DataSource dataSource(Settings settings, org.springframework.beans.factory.ObjectProvider<OwnPostgres> own) {
        VisitorsPool pool = new VisitorsPool();
        OwnPostgres server = own.getIfAvailable();
        if (server == null) {
            pool.setJdbcUrl(settings.db());
        } else {
            pool.setJdbcUrl(server.jdbcUrl("toam"));
            pool.setUsername(server.user());
            pool.setPassword(server.password());
        }
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(4);
        pool.setConnectionTimeout(5_000);
        pool.setValidationTimeout(1_000);
        // what a statement was about stays out of exceptions, and so out of the log
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}
