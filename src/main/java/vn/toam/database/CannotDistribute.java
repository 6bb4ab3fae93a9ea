package vn.toam.database;

import java.sql.SQLException;

/** A database that cannot be distributed, or not now. The message says why, and what to do, in Vietnamese and in English. */
final class CannotDistribute extends IllegalStateException {

    private CannotDistribute(String message) {
        super(message);
    }

    private CannotDistribute(String message, SQLException cause) {
        super(message, cause);
    }

    /** @param step table or key that was worked on */
    static CannotDistribute failed(String step, SQLException cause) {
        return new CannotDistribute("""
                PostgreSQL từ chối ở bước: %1$s (mã lỗi %2$s). Các bước trước đã xong và được giữ. Hãy sửa nguyên nhân ghi trong nhật ký rồi chạy lại đúng lệnh này: nó chỉ làm phần còn thiếu.
                PostgreSQL refused at: %1$s (error %2$s). The steps before are done and stay. Mend the cause, which the log names, and run the same command again: it does what is missing.""".formatted(step, cause.getSQLState()), cause);
    }

    /** No connection, or one that broke. */
    static CannotDistribute unreachable(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        String[] why = state.startsWith("28")
                ? new String[] {
                    "tên hoặc mật khẩu không được nhận; hãy kiểm tra user và password trong địa chỉ",
                    "name or password is not accepted; check user and password in the address"
                }
                : state.equals("3D000")
                        ? new String[] {
                            "không có cơ sở dữ liệu tên đó; hãy kiểm tra địa chỉ",
                            "there is no database of that name; check the address"
                        }
                        : new String[] {
                            "máy chủ không trả lời; hãy kiểm tra máy, cổng và tường lửa",
                            "the server does not answer; check host, port and firewall"
                        };
        return new CannotDistribute("""
                Không nối được tới cơ sở dữ liệu: %1$s. Chi tiết ghi trong nhật ký.
                The database cannot be reached: %2$s. The log has the details.""".formatted((Object[]) why), cause);
    }

    static CannotDistribute notMigrated(String table) {
        return new CannotDistribute("""
                Cơ sở dữ liệu này chưa có bảng %1$s. Hãy chạy ứng dụng một lần với nó (serve --db …), dừng lại, rồi làm tiếp.
                This database has no table %1$s yet. Start the application once with it (serve --db …), stop it, and try again.""".formatted(table));
    }

    static CannotDistribute notOwner() {
        return new CannotDistribute("""
                Địa chỉ này không đăng nhập bằng chủ của các bảng. Hãy dùng địa chỉ của chủ (TOAM_DB_OWNER).
                This address does not sign in as the owner of the tables. Use the owner's address (TOAM_DB_OWNER).""");
    }

    static CannotDistribute inUse(String connections) {
        return new CannotDistribute("""
                Cơ sở dữ liệu đang được dùng (%1$s kết nối khác). Hãy dừng mọi máy chủ Tổ Ấm và công cụ đang nối vào, rồi làm lại.
                The database is in use (%1$s other connections). Stop every Tổ Ấm server and tool that is connected to it, and try again.""".formatted(connections));
    }

    static CannotDistribute noCitus() {
        return new CannotDistribute("""
                Cơ sở dữ liệu không có phần mở rộng citus. Hãy cài Citus trên mọi máy chủ và chạy: create extension citus
                The database has no extension citus. Install Citus on every node and say: create extension citus""");
    }

    static CannotDistribute noCoordinator() {
        return new CannotDistribute("""
                Citus chưa biết địa chỉ của máy điều phối. Hãy chạy: select citus_set_coordinator_host('TÊN-MÁY', CỔNG)
                Citus does not know the coordinator's address. Say: select citus_set_coordinator_host('HOST', PORT)""");
    }

    static CannotDistribute noWorkers() {
        return new CannotDistribute("""
                Chưa có máy chủ con nào. Hãy chạy cho từng máy: select citus_add_node('TÊN-MÁY', CỔNG)
                There are no workers. Say for each: select citus_add_node('HOST', PORT)""");
    }
}
