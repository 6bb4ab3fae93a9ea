package vn.toam.exchange;

import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionFigures;
import vn.toam.collection.LastYear;
import vn.toam.definition.CodeList;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;
import vn.toam.sheet.Folded;
import vn.toam.unit.UnitService;

/** Forms as files, with what stands in them: the form of one unit to fill in, or the table of all units of a place. */
@Service
@Transactional(readOnly = true)
public class ExportService {

    /** A kind of file. */
    public enum Kind {
        /** The form of one unit as a workbook. */
        FORM("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /** All units of a place as a workbook. */
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("csv", "text/csv;charset=UTF-8"),
        JSON("json", "application/json");

        private final String suffix;
        private final String mediaType;

        Kind(String suffix, String mediaType) {
            this.suffix = suffix;
            this.mediaType = mediaType;
        }
    }

    /** A file to give out. */
    public record Made(String name, String mediaType, byte[] bytes) {}

    private static final int LONGEST_NAME = 60;

    private final AskedRepository asked;
    private final RoundService rounds;
    private final CollectionFigures figures;
    private final LastYear lastYear;
    private final UnitService units;
    private final Catalog catalog;
    private final Words words;
    private final Access access;

    ExportService(
            AskedRepository asked,
            RoundService rounds,
            CollectionFigures figures,
            LastYear lastYear,
            UnitService units,
            Catalog catalog,
            Words words,
            Access access) {
        this.asked = asked;
        this.rounds = rounds;
        this.figures = figures;
        this.lastYear = lastYear;
        this.units = units;
        this.catalog = catalog;
        this.words = words;
        this.access = access;
    }

    /**
     * The returns of a round as a file.
     *
     * @param unit the unit, or the place whose units are meant
     * @param locale language of headings and hints
     * @throws NotFound when the round asks nobody there
     */
    public Made file(UUID roundId, int unit, Kind kind, Locale locale) {
        access.require(FIGURES_READ, Subject.of(unit));
        Filled filled = filled(roundId, unit, kind, locale);
        byte[] bytes = switch (kind) {
            case FORM -> UnitBook.write(filled);
            case XLSX -> UnitsBook.write(filled);
            case CSV -> PlainTable.csv(filled);
            case JSON -> PlainTable.json(filled);
        };
        String form = plain(filled.form().name().in(locale));
        String name = form.substring(0, Math.min(form.length(), LONGEST_NAME)) + "-" + plain(filled.period()) + "-"
                + plain(filled.place().fullName().vi()) + "." + kind.suffix;
        return new Made(name, kind.mediaType, bytes);
    }

    private static String plain(String text) {
        return Folded.of(text).replace(' ', '-');
    }

    private Filled filled(UUID roundId, int place, Kind kind, Locale locale) {
        Round round = rounds.find(roundId);
        Unit unit = units.find(place, round.geography());
        int[] within =
                figures.within(place).stream().mapToInt(Integer::intValue).toArray();
        List<Asked> found = asked.within(roundId, unit.province(), within);
        if (found.isEmpty() || kind == Kind.FORM && found.size() > 1) {
            throw new NotFound("round " + roundId + " asks nobody in " + place);
        }
        return new Filled(
                catalog.form(round.form(), round.formVersion()),
                round,
                unit,
                found,
                kind == Kind.FORM
                        ? lastYear.of(round, List.of(found.getFirst().unit()))
                                .getOrDefault(found.getFirst().unit(), Map.of())
                        : Map.of(),
                catalog.codes("units").codes().stream()
                        .collect(Collectors.toMap(CodeList.Code::code, CodeList.Code::name)),
                words,
                locale);
    }
}
