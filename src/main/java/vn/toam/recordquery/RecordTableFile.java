package vn.toam.recordquery;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.register.RegisterRecord;
import vn.toam.shared.KeysetSlice;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Numbers;
import vn.toam.shared.Speech;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.sheet.Table;

/** A list of records as a workbook: every field, in the order of the form, in the reader's language. */
@Component
class RecordTableFile {

    private static final int NARROW = 14;
    private static final int WIDE = 36;

    private final Words words;
    private final Clock clock;

    RecordTableFile(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    Table of(RecordList list) {
        KeysetSlice<RecordRow> slice = list.slice();
        if (slice == null) {
            throw new NotAllowed();
        }
        Speech speech = new Speech(words, LocaleContextHolder.getLocale());
        LocalDate today = LocalDate.now(clock);
        String name = speech.text(list.register().name());
        return new Table(
                name,
                name + " – " + speech.text(list.place().fullName()) + " "
                        + Numbers.date(today).replace('/', '-'),
                columns(list.register(), speech),
                slice.items().stream().map(row -> row(list, row, speech)).toList(),
                List.of(),
                notes(list, slice, speech, today));
    }

    private static List<Table.Column> columns(Register register, Speech speech) {
        List<Table.Column> columns = new ArrayList<>();
        register.fields()
                .forEach(field -> columns.add(new Table.Column(
                        speech.text(field.name()),
                        field.type() == RecordField.Type.DATE || field.type().number() ? NARROW : WIDE)));
        columns.add(new Table.Column(speech.t("register.list.state"), NARROW));
        columns.add(new Table.Column(speech.t("register.list.note"), WIDE));
        columns.add(new Table.Column(speech.t("register.list.files"), NARROW));
        columns.add(new Table.Column(speech.t("register.list.keeper"), WIDE));
        return columns;
    }

    private static List<@Nullable Object> row(RecordList list, RecordRow row, Speech speech) {
        List<@Nullable Object> cells = new ArrayList<>();
        RegisterRecord record = row.record();
        for (RecordField field : list.register().fields()) {
            BigDecimal number = field.type().number() && (row.people() || !field.personal())
                    ? record.values().number(field.id())
                    : null;
            String shown = list.known().show(field, record.values(), row.people(), speech);
            cells.add(number != null ? number : shown.isEmpty() ? null : shown);
        }
        cells.add(list.register()
                .states()
                .state(record.state())
                .map(state -> speech.text(state.name()))
                .orElse(""));
        cells.add(row.derived().stream()
                .map(Lifecycle.Derived::name)
                .map(speech::text)
                .collect(Collectors.joining(", ")));
        cells.add(record.files());
        cells.add(speech.text(
                list.units().getOrDefault(record.unit(), list.place().fullName())));
        return cells;
    }

    private static List<String> notes(RecordList list, KeysetSlice<RecordRow> slice, Speech speech, LocalDate today) {
        List<String> notes = new ArrayList<>();
        notes.add(speech.t("register.file.count", slice.items().size(), slice.total(), today));
        RecordList.Figure counted = list.counted();
        if (counted != null) {
            Text name = counted.name();
            notes.add(speech.t(
                    "register.list.counted",
                    name,
                    list.place().fullName(),
                    counted.first(),
                    counted.last(),
                    counted.figure()));
        }
        if (!list.query().narrowed().isEmpty()) {
            notes.add(speech.t("register.file.narrowed"));
        }
        return notes;
    }
}
