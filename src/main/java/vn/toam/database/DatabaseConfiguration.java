package vn.toam.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.toam.shared.Settings;

/**
 * The application's connections: to its own server, or to the one that the user named. Before the first, the schema is brought up to date by
 * its owner; the application itself connects as a role that owns nothing.
 */
@Configuration
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    /** The number of requests that may work on the database at once, and one that listens for signals. */
    private static final int CONNECTIONS = 24 + 1;

    static final String SORTS_BY_A_LANGUAGE =
            """

            ! Cơ sở dữ liệu này sắp xếp chữ theo một ngôn ngữ. Tổ Ấm vẫn chạy đúng, nhưng chậm hơn, và chỉ mục có thể phải dựng lại (reindex) sau khi hệ điều hành được nâng cấp. Cơ sở dữ liệu mới nên tạo bằng: %1$s
            ! The database sorts text by a language. Tổ Ấm works correctly all the same, but slower, and its indexes may have to be built anew (reindex) after an upgrade of the operating system. A new database is better made with: %1$s""".formatted("create database toam locale_provider builtin builtin_locale 'C.UTF-8' template template0");

    private static final String WORKS_AS_OWNER = """

            ! Ứng dụng đang làm việc bằng chính chủ của các bảng. Hãy ghi địa chỉ của chủ vào toam.db-owner và một vai riêng vào toam.db.
            ! The application works as owner of its tables. Name the owner in toam.db-owner and a role of its own in toam.db.""";

    @Bean
    DataSource dataSource(Settings settings, ObjectProvider<OwnPostgres> own) throws SQLException, IOException {
        OwnPostgres server = own.getIfAvailable();
        Path folder = DataFolder.prepare(settings.data());
        VisitorsPool pool = server == null ? foreign(settings) : own(server);
        Schema.Owner owner = server == null ? owner(settings) : server.owner();
        try (Connection connection = owner.open()) {
            DataFolder.Kind kind = DataFolder.Kind.of(settings.demo());
            DataFolder.Kind is = Schema.claim(connection, kind);
            if (is != kind) {
                throw CannotStart.otherKind(server == null ? "" : folder.toString(), is);
            }
            if (DataFolder.kind(folder).isEmpty()) {
                DataFolder.mark(folder, kind);
            }
            if (server == null && !Schema.comparesBytes(connection)) {
                LOG.warn("{}", SORTS_BY_A_LANGUAGE);
            }
            String role = role(pool);
            if (!role.equals(connection.getMetaData().getUserName())) {
                Schema.open(connection, role);
            } else {
                LOG.warn("{}", WORKS_AS_OWNER);
            }
        }
        return pool;
    }

    private static String role(VisitorsPool pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }

    private static Schema.Owner owner(Settings settings) {
        String owner = settings.dbOwner();
        return new Schema.Owner(owner == null ? String.valueOf(settings.db()) : owner, null, null);
    }

    private static VisitorsPool foreign(Settings settings) {
        Schema.migrate(owner(settings));
        VisitorsPool pool = pool();
        pool.setJdbcUrl(settings.db());
        return pool;
    }

    private static VisitorsPool own(OwnPostgres server) {
        VisitorsPool pool = pool();
        pool.setJdbcUrl(server.jdbcUrl("toam"));
        pool.setUsername(OwnPostgres.APPLICATION);
        pool.setPassword(server.applicationPassword());
        return pool;
    }

    private static VisitorsPool pool() {
        VisitorsPool pool = new VisitorsPool();
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(4);
        pool.setConnectionTimeout(5_000);
        pool.setValidationTimeout(1_000);
        pool.addDataSourceProperty("connectTimeout", "5");
        // what a statement was about stays out of exceptions, and so out of the log
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}
