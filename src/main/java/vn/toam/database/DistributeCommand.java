package vn.toam.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code ./toam distribute --db ADDRESS}: see {@link Distribution}. */
public final class DistributeCommand {

    private static final Logger LOG = LoggerFactory.getLogger(DistributeCommand.class);

    private DistributeCommand() {}

    /**
     * The address, which may hold a password, comes by the environment: {@code TOAM_DB}. Ends with 2 and a sentence when it cannot be done.
     */
    public static void main(String[] arguments) {
        String address = System.getenv("TOAM_DB");
        if (address == null || address.isBlank()) {
            CommandLine.end("Cách dùng (usage): ./toam distribute --db jdbc:postgresql://… | @FILE");
        }
        DriverManager.setLoginTimeout(10);
        try {
            distribute(address).forEach(line -> System.out.println("  " + line));
            System.out.println("✓ Các bảng lớn nằm theo tỉnh. The large tables lie by province.");
        } catch (CannotDistribute refused) {
            if (refused.getCause() != null) {
                LOG.error("{}", refused.getCause().getMessage());
            }
            CommandLine.end(String.valueOf(refused.getMessage()));
        }
    }

    /** @throws CannotDistribute in words, whatever the database says; its own are the cause */
    static List<String> distribute(String address) {
        try (Connection owner = DriverManager.getConnection(address)) {
            return new Distribution(owner).run();
        } catch (SQLException failed) {
            throw CannotDistribute.unreachable(failed);
        }
    }
}
