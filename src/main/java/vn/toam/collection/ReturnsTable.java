package vn.toam.collection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import vn.toam.shared.Numbers;
import vn.toam.shared.Speech;
import vn.toam.sheet.Table;
import vn.toam.submission.Completeness;
import vn.toam.submission.RoundRow;
import vn.toam.submission.RoundView;
import vn.toam.submission.SubmissionStatus;

/** A round's list as a workbook: who sent, who did not, and how many of how many. */
final class ReturnsTable {

    private ReturnsTable() {}

    static ResponseEntity<byte[]> of(RoundView view, Speech speech) {
        Completeness counted = view.completeness();
        return Table.workbook(List.of(new Table(
                speech.t("collection.list"),
                speech.text(view.form().name()) + ", "
                        + speech.t(view.round().period(), view.round().says()) + " – "
                        + speech.text(view.place().fullName()),
                List.of(
                        new Table.Column(speech.t("collection.unit"), 34),
                        new Table.Column(speech.t("collection.above"), 34),
                        new Table.Column(speech.t("collection.status"), 26),
                        new Table.Column(speech.t("collection.sent"), 18),
                        new Table.Column(speech.t("collection.changed"), 18),
                        new Table.Column(speech.t("collection.tally.differing"), 60)),
                view.slice().items().stream()
                        .map(row -> cells(view, row, speech))
                        .toList(),
                List.of(),
                List.of(speech.t(
                        "collection.round.summary",
                        counted.received(),
                        counted.expected(),
                        counted.onTime(),
                        counted.waiting(),
                        counted.missing())))));
    }

    private static List<@Nullable Object> cells(RoundView view, RoundRow row, Speech speech) {
        var over = view.over(row);
        return Arrays.asList(
                speech.text(view.name(row)),
                over == null ? null : speech.text(over.fullName()),
                row.status() == SubmissionStatus.DRAFT
                        ? speech.t(row.untouched() ? "collection.untouched" : "collection.draft")
                        : speech.name(row.status()),
                row.sentAt() == null ? null : Numbers.moment(row.sentAt()),
                row.untouched() ? null : Numbers.moment(row.changedAt()),
                row.differences().isEmpty() ? null : differences(view, row, speech));
    }

    private static String differences(RoundView view, RoundRow row, Speech speech) {
        return row.differences().stream()
                .map(each -> speech.t(
                        "collection.tally.cell",
                        view.form().field(each.field()).orElseThrow().line(),
                        each.tally().figure(),
                        each.reported(),
                        each.reason()))
                .collect(Collectors.joining("; "));
    }
}
