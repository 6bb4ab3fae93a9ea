package vn.toam.coordination;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import vn.toam.shared.Numbers;
import vn.toam.shared.Speech;
import vn.toam.sheet.Table;

/** The board of who is late as a workbook. */
final class LateTable {

    private LateTable() {}

    static ResponseEntity<byte[]> of(LateView view, Speech speech) {
        return Table.workbook(List.of(new Table(
                speech.t("coordination.late"),
                speech.t("coordination.late") + " – " + speech.text(view.form().name()) + ", "
                        + speech.t(view.round().period(), view.round().says()) + " – "
                        + speech.text(view.place().fullName()),
                List.of(
                        new Table.Column(speech.t("coordination.unit"), 34),
                        new Table.Column(speech.t("coordination.above"), 34),
                        new Table.Column(speech.t("coordination.state"), 22),
                        new Table.Column(speech.t("coordination.changed"), 18),
                        new Table.Column(speech.t("coordination.reminded"), 18)),
                view.slice().items().stream()
                        .map(row -> cells(view, row, speech))
                        .toList(),
                List.of(),
                List.of(speech.t(
                        "coordination.count", view.slice().total(), view.round().due(), view.today())))));
    }

    private static List<@Nullable Object> cells(LateView view, LateRow row, Speech speech) {
        var over = view.over(row);
        return Arrays.asList(
                speech.text(view.name(row)),
                over == null ? null : speech.text(over.fullName()),
                speech.name(row.state()),
                row.changedAt() == null ? null : Numbers.moment(row.changedAt()),
                row.remindedAt() == null ? null : Numbers.moment(row.remindedAt()));
    }
}
