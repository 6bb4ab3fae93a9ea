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
}
