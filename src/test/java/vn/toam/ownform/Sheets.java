package vn.toam.ownform;

import java.util.ArrayList;
import java.util.List;

/** Sheets as people type them. */
final class Sheets {

    private Sheets() {}

    /** Shelters after a storm: a sum with two parts, a yes or no, a remark, and blank rows between. */
    static Sheet shelters() {
        return new Sheet(
                "Rà soát nhà tạm lánh sau bão",
                "COMMUNE",
                List.of(
                        line("Số nhà tạm lánh", "STOCK", "place"),
                        part("Còn dùng được", "STOCK", "place"),
                        line("", "STOCK", ""),
                        part("Đã hư hỏng", "STOCK", "place"),
                        line("Số lượt người đến ở", "FLOW", "times"),
                        line("Đã có kinh phí sửa", "YES_NO", ""),
                        new Sheet.Line("", "Đề nghị của xã", "TEXT", "", false, false, true, "")),
                List.of(rule("1", "EQ", "2 + 4"), rule("", "LE", ""), rule("2", "LE", "1")));
    }

    static Sheet.Line line(String name, String answer, String unit) {
        return new Sheet.Line("", name, answer, unit, false, false, false, "");
    }

    static Sheet.Line part(String name, String answer, String unit) {
        return new Sheet.Line("", name, answer, unit, true, false, false, "");
    }

    static Sheet.Rule rule(String left, String relation, String right) {
        return new Sheet.Rule(left, relation, right, false);
    }

    /** The same sheet with one more line. */
    static Sheet with(Sheet sheet, Sheet.Line line) {
        List<Sheet.Line> lines = new ArrayList<>(sheet.lines());
        lines.add(line);
        return new Sheet(sheet.name(), sheet.level(), lines, sheet.rules());
    }

    static Sheet with(Sheet sheet, Sheet.Rule rule) {
        return new Sheet(sheet.name(), sheet.level(), sheet.lines(), List.of(rule));
    }

    static Sheet named(Sheet sheet, String name) {
        return new Sheet(name, sheet.level(), sheet.lines(), sheet.rules());
    }
}
