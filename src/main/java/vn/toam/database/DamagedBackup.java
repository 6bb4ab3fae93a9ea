package vn.toam.database;

import java.io.IOException;

/** A sealed file that cannot be believed; the message says why, in Vietnamese and in English, to go on after "the file …". */
final class DamagedBackup extends IOException {

    private DamagedBackup(String message) {
        super(message);
    }

    static DamagedBackup otherKey() {
        return new DamagedBackup("không mở được bằng khóa này (hoặc phần đầu tệp bị hỏng)."
                + " The file was sealed with another key (or its beginning is damaged).");
    }

    /** @param at where the piece begins that is not as it was written, in bytes */
    static DamagedBackup changed(long at) {
        return new DamagedBackup("bị hỏng hoặc bị sửa từ khoảng byte " + at
                + ". The file is damaged or was changed from about byte " + at + " on.");
    }

    static DamagedBackup cut(long at) {
        return new DamagedBackup("bị cắt cụt sau byte " + at + ". The file is cut off after byte " + at + ".");
    }
}
