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
}
