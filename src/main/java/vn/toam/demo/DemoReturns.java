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
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.catalog.Catalog;
import vn.toam.collection.MadeUpReturns;
import vn.toam.definition.Field;
import vn.toam.definition.Form;
import vn.toam.round.Owed;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Numbers;
import vn.toam.shared.Words;
import vn.toam.submission.SubmissionStatus;

/** Fills a round with made-up returns: most accepted, a few missing, late or returned as in life. */
@Component
class DemoReturns {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, BigDecimal>> FIGURES = new TypeReference<>() {};

    private final MadeUpReturns demo;
    private final Catalog catalog;
    private final Words words;
    private final Clock clock;

    DemoReturns(MadeUpReturns demo, Catalog catalog, Words words, Clock clock) {
        this.demo = demo;
        this.catalog = catalog;
        this.words = words;
        this.clock = clock;
    }

    /** Those of one province. @param blank units whose own form is left to be filled in. @return how many */
    int fill(RoundService.MadeUp asked, int province, DemoFigures.Profile profile, Course course, Set<Integer> blank) {
        Round round = asked.round();
        Form form = catalog.form(round.form(), round.formVersion());
        String below = form.consolidates();
        List<MadeUpReturns.Return> returns = new ArrayList<>();
        int filled = 0;
        for (Owed owed : asked.owed().getOrDefault(province, List.of())) {
            if (blank.contains(owed.unit()) || below != null && course.begun()) {
                returns.add(empty(owed));
            } else {
                returns.add(
                        below == null
                                ? made(form, round, owed, profile, course)
                                : consolidated(form, below, round, owed));
                filled++;
            }
        }
        demo.add(
                round,
                province,
                returns,
                words.get(Locale.of("vi"), "demo.remark"),
                course.steps() ? clock.instant() : null);
        return filled;
    }

    private MadeUpReturns.Return empty(Owed owed) {
        return new MadeUpReturns.Return(owed, SubmissionStatus.DRAFT, "{}", "{}", 0, clock.instant());
    }

    /** A past year's return of a province: the sums of its communes, accepted. */
    private MadeUpReturns.Return consolidated(Form form, String below, Round round, Owed owed) {
        Map<String, BigDecimal> sums =
                form.consolidated(demo.accepted(owed.province(), below, round.year(), owed.unit()).stream()
                        .map(figures -> JSON.readValue(figures, FIGURES))
                        .toList());
        return new MadeUpReturns.Return(
                owed,
                SubmissionStatus.ACCEPTED,
                JSON.writeValueAsString(sums),
                JSON.writeValueAsString(notes(form, sums, sums, Map.of())),
                3,
                sent(round, new Random(owed.unit()), Course.PAST));
    }

    private MadeUpReturns.Return made(Form form, Round round, Owed owed, DemoFigures.Profile profile, Course course) {
        int unit = owed.unit();
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
        return new MadeUpReturns.Return(
                owed,
                status,
                JSON.writeValueAsString(figures),
                JSON.writeValueAsString(notes(form, figures, all, before)),
                blank ? 0 : status == SubmissionStatus.DRAFT ? 1 : 3,
                blank ? clock.instant() : sent(round, chance, course));
    }

    /** What a careful officer would have noted beside unusual figures. */
    private Map<String, String> notes(
            Form form, Map<String, BigDecimal> figures, Map<String, BigDecimal> all, Map<String, BigDecimal> before) {
        Map<String, String> notes = new HashMap<>();
        Set<String> lines = form.fields().stream().map(Field::id).collect(Collectors.toSet());
        form.broken(field -> lines.contains(field) ? figures.get(field) : all.get(field), before::get)
                .forEach(check -> check.holds().fields().stream()
                        .filter(lines::contains)
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
