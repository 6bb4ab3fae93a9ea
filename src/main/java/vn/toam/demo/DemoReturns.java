package vn.toam.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Form;
import vn.toam.collection.Round;
import vn.toam.collection.SubmissionStatus;
import vn.toam.shared.Numbers;
import vn.toam.shared.Words;

/** Fills a round with made-up returns: most accepted, a few missing, late or returned as in life. */
@Component
class DemoReturns {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, BigDecimal>> FIGURES = new TypeReference<>() {};

    private final DemoRepository demo;
    private final Catalog catalog;
    private final Words words;
    private final Clock clock;

    DemoReturns(DemoRepository demo, Catalog catalog, Words words, Clock clock) {
        this.demo = demo;
        this.catalog = catalog;
        this.words = words;
        this.clock = clock;
    }

    /** Those of one province. @param blank units whose own form is left to be filled in. @return how many */
    int fill(Round round, int province, DemoFigures.Profile profile, Course course, Set<Integer> blank) {
        Form form = catalog.form(round.form(), round.formVersion());
        if (form.consolidates() != null && course.begun()) {
            return 0;
        }
        List<DemoRepository.Return> returns = new ArrayList<>();
        for (int unit : demo.expected(province, round.id())) {
            if (blank.contains(unit)) {
                continue;
            }
            returns.add(
                    form.consolidates() == null
                            ? made(form, round, unit, profile, course)
                            : consolidated(form, form.consolidates(), round, province, unit));
        }
        demo.fill(
                province,
                round.id(),
                returns,
                words.get(Locale.of("vi"), "demo.remark"),
                course.steps() ? clock.instant() : null);
        return returns.size();
    }

    /** A past year's return of a province: the sums of its communes, accepted. */
    private DemoRepository.Return consolidated(Form form, String below, Round round, int province, int unit) {
        Map<String, BigDecimal> sums = form.consolidated(demo.accepted(province, below, round.year(), unit).stream()
                .map(figures -> JSON.readValue(figures, FIGURES))
                .toList());
        return new DemoRepository.Return(
                unit,
                SubmissionStatus.ACCEPTED,
                JSON.writeValueAsString(sums),
                JSON.writeValueAsString(notes(form, sums, sums, Map.of())),
                3,
                sent(round, new Random(unit), Course.PAST));
    }

    private DemoRepository.Return made(Form form, Round round, int unit, DemoFigures.Profile profile, Course course) {
        Random chance = new Random(unit * 31L + round.year() * 7L + form.id().hashCode());
        SubmissionStatus status = course.draw(chance);
        boolean blank = status == SubmissionStatus.DRAFT && chance.nextInt(3) > 0;
        Map<String, BigDecimal> all = DemoFigures.of(profile, unit, round.year());
        Map<String, BigDecimal> figures = new HashMap<>();
        form.fields().stream()
                .limit(blank ? 0 : status == SubmissionStatus.DRAFT ? 9 : Integer.MAX_VALUE)
                .filter(field -> all.containsKey(field.id()))
                .forEach(field -> figures.put(field.id(), all.get(field.id())));
        Map<String, BigDecimal> before = DemoFigures.of(profile, unit, round.year() - 1);
        return new DemoRepository.Return(
                unit,
                status,
                JSON.writeValueAsString(figures),
                JSON.writeValueAsString(notes(form, figures, all, before)),
                blank ? 0 : status == SubmissionStatus.DRAFT ? 1 : 3,
                sent(round, chance, course));
    }

    /** What a careful officer would have noted beside unusual figures. */
    private Map<String, String> notes(
            Form form, Map<String, BigDecimal> figures, Map<String, BigDecimal> all, Map<String, BigDecimal> before) {
        Map<String, String> notes = new HashMap<>();
        form.broken(
                        field -> figures.containsKey(field)
                                ? figures.get(field)
                                : form.field(field).isPresent() ? null : all.get(field),
                        before::get)
                .forEach(check -> check.holds().fields().stream()
                        .filter(field -> form.field(field).isPresent())
                        .findFirst()
                        .ifPresent(field -> notes.put(field, words.get(Locale.of("vi"), "demo.note"))));
        return notes;
    }

    private Instant sent(Round round, Random chance, Course course) {
        LocalDate last = round.due();
        LocalDate today = LocalDate.now(clock);
        LocalDate day = course.begun() && today.isBefore(last.plusDays(10))
                ? today.minusDays(1 + chance.nextInt(9))
                : last.minusDays(chance.nextInt(100) < 92 ? chance.nextInt(18) : -1 - chance.nextInt(9));
        return day.atTime(8 + chance.nextInt(9), chance.nextInt(60))
                .atZone(Numbers.ZONE)
                .toInstant();
    }
}
