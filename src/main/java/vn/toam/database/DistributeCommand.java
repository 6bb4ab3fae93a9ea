package vn.toam.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** {@code ./toam distribute --db ADDRESS}: see {@link Distribution}. */
public final class DistributeCommand {

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
        try (Connection owner = DriverManager.getConnection(address)) {
            new Distribution(owner).run().forEach(line -> System.out.println("  " + line));
            System.out.println("✓ Các bảng lớn nằm theo tỉnh. The large tables lie by province.");
        } catch (CannotDistribute refused) {
            CommandLine.end(String.valueOf(refused.getMessage()));
        } catch (SQLException failed) {
            CommandLine.end("Cơ sở dữ liệu không trả lời hoặc từ chối (the database does not answer, or refused): "
                    + failed.getMessage());
        }
    }
}
