package vn.toam.output;

import static vn.toam.letter.Block.Align.CENTER;
import static vn.toam.letter.Block.Align.LEFT;
import static vn.toam.letter.Block.Align.RIGHT;
import static vn.toam.output.ReportWords.say;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Level;
import vn.toam.letter.Block;
import vn.toam.letter.Issuer;
import vn.toam.letter.Letter;
import vn.toam.output.OfficialTable.Row;
import vn.toam.shared.Numbers;
import vn.toam.sheet.Table;

/** The circular's table as a paper to be signed, as the grid of a page and as a sheet. Pure. */
final class OfficialLayout {

    private OfficialLayout() {}

    static Letter letter(OfficialTable table) {
        String place = table.place().inSentence();
        String written = say("official.committee", place);
        Issuer issuer = Issuer.of(written, place, null, null);
        List<Block> body = new ArrayList<>(List.of(grid(table)));
        table.notes().forEach(note -> body.add(new Block.Paragraph(note)));
        return new Letter(
                say("type"),
                new Letter.Letterhead(
                        issuer.parent(),
                        issuer.name(),
                        written,
                        "",
                        "BC-" + issuer.code(),
                        table.place().level() == Level.COUNTRY
                                ? say("capital")
                                : table.place().name(),
                        null),
                say("official.subject", place, String.valueOf(table.year())),
                List.of(say("official.basis")),
                say("official.opening", written, String.valueOf(table.year())),
                List.copyOf(body),
                List.of(),
                List.of(say("official.to"), say("to.file")),
                new Letter.Signature(issuer.authority(), issuer.post(), ""),
                table.year(),
                table.day(),
                table.demo());
    }

    static Block.Grid grid(OfficialTable table) {
        return new Block.Grid(
                say("official.caption", table.place().inSentence(), String.valueOf(table.year())),
                List.of(
                        new Block.Column(say("official.number"), 90, CENTER),
                        new Block.Column(say("official.name"), 440, LEFT),
                        new Block.Column(say("official.unit"), 140, CENTER),
                        new Block.Column(say("official.value"), 190, RIGHT),
                        new Block.Column(say("official.received"), 140, CENTER)),
                table.rows().stream()
                        .map(row -> row.heading()
                                ? List.of(row.number() + ". " + row.name())
                                : List.of(row.number(), row.name(), row.unit(), value(row), received(row)))
                        .toList());
    }

    static Table sheet(OfficialTable table) {
        return new Table(
                say("official.sheet"),
                say("official.caption", table.place().inSentence(), String.valueOf(table.year())),
                List.of(
                        new Table.Column(say("official.number"), 10),
                        new Table.Column(say("official.name"), 60),
                        new Table.Column(say("official.unit"), 16),
                        new Table.Column(say("official.value"), 18),
                        new Table.Column(say("official.received"), 18)),
                table.rows().stream().map(OfficialLayout::cells).toList(),
                List.of(),
                Stream.concat(Stream.of(say("official.basis.note")), table.notes().stream())
                        .toList());
    }

    private static List<@Nullable Object> cells(Row row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.number());
        cells.add(row.name());
        cells.add(row.unit());
        cells.add(row.heading() ? null : row.value() == null ? value(row) : row.value());
        cells.add(row.heading() ? null : received(row));
        return cells;
    }

    /** A figure, or in words that there is none: 0 is a figure. */
    private static String value(Row row) {
        BigDecimal value = row.value();
        return value != null
                ? Numbers.number(Objects.requireNonNull(value))
                : row.silent() ? say("official.nobody") : say("official.missing", String.join(", ", row.missing()));
    }

    private static String received(Row row) {
        return row.received() + "/" + row.expected();
    }
}
