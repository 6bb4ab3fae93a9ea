package vn.toam.database;

import com.zaxxer.hikari.HikariDataSource;
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
        HikariDataSource pool = new HikariDataSource();
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
        pool.setConnectionTimeout(20_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}
