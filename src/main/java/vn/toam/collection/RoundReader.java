package vn.toam.collection;

import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.round.RoundPermissions.FORM_REVIEW;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.geography.Origin;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.round.RoundService;
import vn.toam.round.Rounds;
import vn.toam.shared.Access;
import vn.toam.shared.CommentCounts;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.submission.Completeness;
import vn.toam.submission.OverviewView;
import vn.toam.submission.RoundRow;
import vn.toam.submission.RoundView;
import vn.toam.submission.Tally;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;

/** Gathers what the pages of rounds show. */
@Service
@Transactional(readOnly = true)
public class RoundReader {

    private final Rounds rounds;
    private final CompletenessRepository completeness;
    private final ListRepository lists;
    private final TallyRepository tallies;
    private final LineCounts counts;
    private final Geographies places;
    private final RoundService service;
    private final RoundChanges changes;
    private final UnitService units;
    private final Catalog catalog;
    private final CommentCounts commentCounts;
    private final Access access;
    private final Clock clock;

    RoundReader(
            Rounds rounds,
            CompletenessRepository completeness,
            ListRepository lists,
            TallyRepository tallies,
            LineCounts counts,
            Geographies places,
            RoundService service,
            RoundChanges changes,
            UnitService units,
            Catalog catalog,
            CommentCounts commentCounts,
            Access access,
            Clock clock) {
        this.rounds = rounds;
        this.completeness = completeness;
        this.lists = lists;
        this.tallies = tallies;
        this.counts = counts;
        this.places = places;
        this.service = service;
        this.changes = changes;
        this.units = units;
        this.catalog = catalog;
        this.commentCounts = commentCounts;
        this.access = access;
        this.clock = clock;
    }

    /** What is due in a place. @param year null: the newest year in which the place was asked for anything */
    public OverviewView overview(int unitId, @Nullable Integer year) {
        access.require(FIGURES_READ, Subject.of(unitId));
        Unit unit = units.find(unitId);
        int province = unit.province();
        int[] within = places.madeOf(unitId, Origin.MAIN);
        List<Integer> years = rounds.years();
        int shown = year != null ? year : newest(province, within, years);
        Map<UUID, Completeness> counts = completeness.byRound(province, within, shown);
        Map<UUID, RoundRow> own = lists.own(province, unitId, shown);
        List<OverviewView.Item> items = touching(province, within, shown).stream()
                .map(round -> new OverviewView.Item(
                        round,
                        catalog.form(round.form(), round.formVersion()),
                        units.find(round.scope(), round.geography()),
                        counts.getOrDefault(round.id(), Completeness.NONE),
                        own.get(round.id()),
                        days(round)))
                .toList();
        return new OverviewView(unit, shown, years, items, access.allows(FORM_REVIEW, Subject.of(unitId)));
    }

    private List<Round> touching(int province, int[] units, int year) {
        return rounds.all(lists.rounds(province, units, year));
    }

    /** The round that asked a unit for a form of a year. */
    public Optional<Round> asking(int unit, String form, int year) {
        access.require(FIGURES_READ, Subject.of(unit));
        return lists.asking(units.find(unit).province(), unit, form, year).flatMap(rounds::find);
    }

    /** The newest ad hoc rounds that ask a unit. */
    public List<Round> askedAdHoc(int unit, int limit) {
        access.require(FIGURES_READ, Subject.of(unit));
        return rounds.all(lists.adHoc(units.find(unit).province(), unit)).stream()
                .sorted(Comparator.comparing(Round::due).reversed())
                .limit(limit)
                .toList();
    }

    /** Where a unit's return of a round stands. */
    public @Nullable RoundRow row(Round round, int unit) {
        access.require(FIGURES_READ, Subject.of(unit));
        return lists.own(units.find(unit).province(), unit, round.year()).get(round.id());
    }

    /** What was counted from records for the lines of a unit's return; empty when nothing is known. */
    public Map<String, Tally> tallies(Round round, int unit) {
        access.require(FIGURES_READ, Subject.of(unit));
        return tallies.of(units.find(unit).province(), round.id(), unit);
    }

    /** A round's list. */
    RoundView round(UUID id, RoundView.Asked asked) {
        return round(id, asked, ListRepository.PAGE);
    }

    /** The same with all its rows. */
    RoundView whole(UUID id, RoundView.Asked asked) {
        return round(id, asked, ListRepository.MOST);
    }

    private RoundView round(UUID id, RoundView.Asked asked, int most) {
        Round round = service.find(id);
        int place = place(round, asked.unit());
        boolean changing = access.allows(FORM_REVIEW, Subject.of(round.scope()));
        Unit shown = units.find(place, round.geography());
        int[] within = places.madeOf(place, Origin.MAIN);
        Slice<RoundRow> slice = lists.page(id, shown.province(), within, asked, most);
        Map<Integer, Completeness> byUnit = completeness.byUnit(round, shown.province());
        Map<Integer, Unit> named = named(slice, round);
        return new RoundView(
                round,
                catalog.form(round.form(), round.formVersion()),
                units.find(round.scope(), round.geography()),
                shown,
                Optional.ofNullable(byUnit.get(place))
                        .orElseGet(() -> completeness
                                .byRound(shown.province(), within, round.year())
                                .getOrDefault(id, Completeness.NONE)),
                byUnit,
                units.children(place, round.geography()).stream()
                        .filter(child -> byUnit.containsKey(child.id())
                                && !child.level().name().equals(round.level()))
                        .toList(),
                asked,
                tallies.differing(id, shown.province(), within),
                counts.uncounted(round, shown.province(), within),
                slice,
                named,
                comments(id, named.values()),
                changes.steps(id),
                changing && round.open() ? changes.undoable(id) : null,
                changing,
                days(round),
                reviews(slice),
                UUID.randomUUID().toString());
    }

    /** The part of a round's scope that is shown: as asked, else as much as the reader may see. */
    private int place(Round round, @Nullable Integer asked) {
        int place = asked != null
                ? asked
                : access.allows(FIGURES_READ, Subject.of(round.scope()))
                        ? round.scope()
                        : access.me().unit();
        access.require(FIGURES_READ, Subject.of(place));
        return place;
    }

    /** Those listed and the ones directly above them. */
    private Map<Integer, Unit> named(Slice<RoundRow> slice, Round round) {
        List<Integer> ids = slice.items().stream()
                .flatMap(row -> Stream.of(row.unit(), row.above()))
                .distinct()
                .toList();
        return RoundController.byId(units.findAll(ids, round.geography()));
    }

    private Map<Integer, Integer> comments(UUID round, Collection<Unit> units) {
        return commentCounts.comments(
                round,
                units.stream().map(Unit::province).distinct().toList(),
                units.stream().map(Unit::id).toList());
    }

    private boolean reviews(Slice<RoundRow> slice) {
        return slice.items().stream()
                .map(RoundRow::receiver)
                .distinct()
                .anyMatch(receiver -> access.allows(FORM_REVIEW, Subject.of(receiver)));
    }

    private int newest(int province, int[] within, List<Integer> years) {
        return years.stream()
                .filter(year -> !lists.rounds(province, within, year).isEmpty())
                .findFirst()
                .orElse(LocalDate.now(clock).getYear());
    }

    private int days(Round round) {
        return (int) ChronoUnit.DAYS.between(LocalDate.now(clock), round.due());
    }
}
