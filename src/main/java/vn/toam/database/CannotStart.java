package vn.toam.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The application cannot start for a reason that its user can mend. The message says it, and what to do, in Vietnamese and in English. */
public final class CannotStart extends IllegalStateException {

    private CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static CannotStart taken(Path folder) {
        return new CannotStart("""
                Thư mục dữ liệu %1$s đang được một Tổ Ấm khác dùng. Hãy tắt ứng dụng đó, hoặc chọn thư mục khác: --data THƯ-MỤC
                The data folder %1$s is in use by another Tổ Ấm. End that one, or choose another folder: --data DIR""".formatted(folder), null);
    }

    static CannotStart unwritable(Path folder, Throwable cause) {
        return new CannotStart("""
                Không ghi được vào thư mục dữ liệu %1$s (%2$s). Hãy cấp quyền ghi hoặc chỗ trống cho nó, hoặc chọn thư mục khác: --data THƯ-MỤC
                The data folder %1$s cannot be written (%2$s). Allow writing to it or make room, or choose another folder: --data DIR""".formatted(folder, cause), cause);
    }

    static CannotStart otherKind(String folder, DataFolder.Kind is) {
        String vi = folder.isEmpty() ? "Cơ sở dữ liệu này" : "Thư mục dữ liệu " + folder;
        String en = folder.isEmpty() ? "This database" : "The data folder " + folder;
        return new CannotStart(is == DataFolder.Kind.REAL ? """
                        %s chứa số liệu thật, không bao giờ mở thành bản dùng thử. Hãy bỏ --demo, hoặc chọn thư mục khác: --data THƯ-MỤC
                        %s holds real data and is never opened as a demonstration. Leave --demo out, or choose another folder: --data DIR""".formatted(vi, en) : """
                        %s là bản dùng thử, số liệu tự tạo; không mở thành bản thật. Hãy bỏ --real, hoặc chọn thư mục mới cho bản thật: --data THƯ-MỤC
                        %s is a demonstration with made-up figures and is never opened as a real installation. Leave --real out, or choose a new folder for the real one: --data DIR""".formatted(vi, en), null);
    }

    static CannotStart oldServer(String version, int oldest) {
        return new CannotStart("""
                Cơ sở dữ liệu chạy trên PostgreSQL %1$s; Tổ Ấm cần PostgreSQL %2$d trở lên. Hãy nâng máy chủ đó, hoặc dùng máy chủ mới hơn: --db ĐỊA-CHỈ. Không có gì bị thay đổi.
                The database runs on PostgreSQL %1$s; Tổ Ấm needs PostgreSQL %2$d or newer. Upgrade that server, or use a newer one: --db ADDRESS. Nothing was changed.""".formatted(version, oldest), null);
    }

    /** @param folder module whose migrations are not those of this program */
    static CannotStart otherMigrations(String folder, Throwable cause) {
        return new CannotStart("""
                Cơ sở dữ liệu này đã được nâng bằng một bản Tổ Ấm khác (%1$s: %2$s). Hãy chạy bản mới hơn, hoặc khôi phục bản sao lưu bằng bản cũ. Không có gì bị thay đổi.
                This database was brought up to date by another version of Tổ Ấm (%1$s: %2$s). Run the newer version, or restore the backup with the old one. Nothing was changed.""".formatted(folder, firstLine(cause)), cause);
    }

    /** @param folder module whose migration failed; PostgreSQL took that one back as a whole */
    static CannotStart failedMigration(String folder, Throwable cause) {
        return new CannotStart("""
                Không nâng được cơ sở dữ liệu (%1$s: %2$s). Bước này đã được hủy trọn vẹn. Hãy giữ bản sao lưu, gửi thông báo này cho người hỗ trợ; chạy lại sẽ làm tiếp từ bước này.
                The database could not be brought up to date (%1$s: %2$s). This step was undone as a whole. Keep the backup and send this message to your support; the next start goes on from this step.""".formatted(folder, lines(cause)), cause);
    }

    private static String firstLine(Throwable cause) {
        return lines(cause).split(" · ")[0];
    }

    private static String lines(Throwable cause) {
        return String.join(
                " · ",
                String.valueOf(cause.getMessage())
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.matches("-+"))
                        .toList());
    }
}
