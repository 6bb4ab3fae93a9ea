package vn.toam.recordentry;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.toam.mapping.RecordColumn;
import vn.toam.mapping.RecordColumn.Option;
import vn.toam.shared.Speech;
import vn.toam.shared.Words;
import vn.toam.sheet.Table;

/** The empty table of a register with the headings that are read without asking, and what may stand below each. */
@Component
public class ImportTemplate {

    private static final int NARROW = 16;
    private static final int WIDE = 30;
    private static final int WIDEST = 60;
    private static final int FEW = 12;

    private final Words words;

    ImportTemplate(Words words) {
        this.words = words;
    }

    /** A column of the table, and what may stand in it. */
    public record Guide(String name, boolean required, String kind) {}

    List<Guide> guide(RegisterTarget target) {
        Speech speech = speech();
        return target.tableColumns().stream()
                .filter(column -> !column.id().equals(ImportColumns.UNIT))
                .map(column -> new Guide(speech.text(column.name()), column.required(), kind(target, column, speech)))
                .toList();
    }

    private Speech speech() {
        return new Speech(words, LocaleContextHolder.getLocale());
    }

    private static String kind(RegisterTarget target, RecordColumn column, Speech speech) {
        if (column.kind() != RecordColumn.Kind.CODE) {
            return speech.t("register.import.kind." + column.kind());
        }
        List<Option> options = column.options();
        if (options.isEmpty()) {
            return speech.t("register.import.kind."
                    + target.register().field(column.id()).orElseThrow().type());
        }
        String first = String.join(
                "; ",
                options.stream()
                        .limit(FEW)
                        .map(option -> speech.text(option.name()))
                        .toList());
        return options.size() > FEW ? first + "; …" : first;
    }

    ResponseEntity<byte[]> of(RegisterTarget target) {
        Speech speech = speech();
        String name = speech.text(target.register().name());
        List<Guide> guides = guide(target);
        Table empty = new Table(
                name,
                name + " – " + speech.text(target.unit().fullName()),
                guides.stream()
                        .map(guide ->
                                new Table.Column(guide.name(), guide.name().length() > NARROW ? WIDE : NARROW))
                        .toList(),
                List.of(),
                List.of(),
                List.of());
        String help = speech.t("register.import.guide");
        Table guide = new Table(
                help,
                help,
                List.of(
                        new Table.Column(speech.t("register.import.guide.column"), WIDE),
                        new Table.Column(speech.t("register.import.guide.required"), NARROW),
                        new Table.Column(speech.t("register.import.guide.kind"), WIDEST)),
                guides.stream()
                        .<List<@org.jspecify.annotations.Nullable Object>>map(each ->
                                List.of(each.name(), each.required() ? speech.t("register.yes") : "–", each.kind()))
                        .toList(),
                List.of(),
                List.of());
        return Table.workbook(List.of(empty, guide));
    }
}
