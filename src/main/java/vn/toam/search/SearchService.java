package vn.toam.search;

import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;
import static vn.toam.catalog.CatalogPermissions.CATALOG_READ;
import static vn.toam.plan.PlanPermissions.PLAN_READ;
import static vn.toam.register.RegisterPermissions.RECORD_READ;
import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.unit.UnitPermissions.UNIT_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.AccountColumn;
import vn.toam.access.AccountService;
import vn.toam.agency.AgencyService;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Form;
import vn.toam.geography.Unit;
import vn.toam.indicator.OwnMeasure;
import vn.toam.indicator.OwnMeasures;
import vn.toam.plan.PlanSearch;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;
import vn.toam.recordquery.RecordSearch;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Permission;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** Looks in every room that the person asking may enter. */
@Service
public class SearchService {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final UnitService units;
    private final AgencyService agencies;
    private final PlanService plans;
    private final PlanSearch inPlans;
    private final Catalog catalog;
    private final OwnForms ownForms;
    private final OwnMeasures ownMeasures;
    private final RecordSearch records;
    private final AccountService accounts;
    private final Access access;
    private final Words messages;
    private final Clock clock;

    SearchService(
            UnitService units,
            AgencyService agencies,
            PlanService plans,
            PlanSearch inPlans,
            Catalog catalog,
            OwnForms ownForms,
            OwnMeasures ownMeasures,
            RecordSearch records,
            AccountService accounts,
            Access access,
            Words messages,
            Clock clock) {
        this.units = units;
        this.agencies = agencies;
        this.plans = plans;
        this.inPlans = inPlans;
        this.catalog = catalog;
        this.ownForms = ownForms;
        this.ownMeasures = ownMeasures;
        this.records = records;
        this.accounts = accounts;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What was found, by kind; kinds without a hit are left out. When nothing holds the words as they were typed, blanks are allowed within
     * them ("haiphong").
     *
     * @param only this kind; null for all
     * @param limit most hits of a kind
     */
    @Transactional(readOnly = true)
    public Map<SearchKind, List<SearchHit>> search(String typed, @Nullable SearchKind only, int limit) {
        Me me = access.me();
        SearchWords words = SearchWords.of(typed);
        if (words.isEmpty()) {
            return Map.of();
        }
        Map<SearchKind, List<SearchHit>> found = all(me, words, typed, only, limit);
        return found.isEmpty() ? all(me, words.runTogether(), typed, only, limit) : found;
    }

    private Map<SearchKind, List<SearchHit>> all(
            Me me, SearchWords words, String typed, @Nullable SearchKind only, int limit) {
        Map<SearchKind, List<SearchHit>> found = new EnumMap<>(SearchKind.class);
        for (SearchKind kind : SearchKind.values()) {
            if (only == null || only == kind) {
                List<SearchHit> hits = hits(kind, me, words, typed, limit);
                if (hits.isEmpty() && words.single()) {
                    hits = hits(kind, me, words.runTogether(), typed, limit); // whatever "haiphong" finds elsewhere
                }
                if (!hits.isEmpty()) {
                    found.put(kind, hits);
                }
            }
        }
        return found;
    }

    private List<SearchHit> hits(SearchKind kind, Me me, SearchWords words, String typed, int limit) {
        Permission needed = switch (kind) {
            case PLAN, TASK, DOCUMENT -> PLAN_READ;
            case UNIT, AGENCY -> UNIT_READ;
            case INDICATOR -> FIGURES_READ;
            case FORM -> CATALOG_READ;
            case RECORD -> RECORD_READ;
            case ACCOUNT -> ACCOUNT_MANAGE;
        };
        if (!me.may(needed)) {
            return List.of();
        }
        return switch (kind) {
            case PLAN -> plans.list(words).stream().limit(limit).map(this::plan).toList();
            case TASK ->
                inPlans.tasks(words, limit).stream()
                        .map(task -> hit(task.title(), task.note(), "/plans/" + task.plan() + "/tasks/" + task.id()))
                        .toList();
            case DOCUMENT ->
                inPlans.papers(words, limit).stream()
                        .map(paper -> hit(paper.title(), paper.note(), "/plans/" + paper.plan() + "/basis"))
                        .toList();
            case UNIT -> units(words, limit);
            case AGENCY ->
                agencies.search(words, limit).stream()
                        .map(agency -> new SearchHit(agency.fullName(), Text.of(""), "/units/agencies/" + agency.id()))
                        .toList();
            case INDICATOR -> indicators(me, words, limit);
            case FORM ->
                Stream.concat(ownForms.search(me, words), forms(words))
                        .limit(limit)
                        .toList();
            case RECORD -> records(words, limit);
            case ACCOUNT -> accounts(typed, limit);
        };
    }

    private List<SearchHit> records(SearchWords words, int limit) {
        return records.search(words, limit).stream()
                .map(found -> new SearchHit(found.name(), found.note(), found.path()))
                .toList();
    }

    private List<SearchHit> accounts(String typed, int limit) {
        return accounts.search(typed, AccountColumn.NAME, false, 1).items().stream()
                .limit(limit)
                .map(row -> new SearchHit(
                        row.account().name(),
                        Text.of(row.agency()),
                        "/accounts/" + row.account().id()))
                .toList();
    }

    private SearchHit plan(Plan plan) {
        return new SearchHit(
                plan.name(),
                Text.of(Stream.of(plan.document().number(), plan.document().issuer())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" · "))),
                "/plans/" + plan.id());
    }

    private List<SearchHit> units(SearchWords words, int limit) {
        List<Unit> now = units.search(words, limit);
        Map<Integer, String> places = units.places(now.stream().map(Unit::id).toList(), LocalDate.now(clock));
        List<SearchHit> hits = new ArrayList<>(now.stream()
                .map(unit -> new SearchHit(
                        unit.fullName(), Text.of(places.getOrDefault(unit.id(), "")), "/units/" + unit.id()))
                .toList());
        for (Unit unit : units.searchEnded(words, limit - hits.size())) {
            String last = DAY.format(unit.validity().to().minusDays(1));
            hits.add(new SearchHit(unit.fullName(), messages.text("search.ended", last), "/units/" + unit.id()));
        }
        return hits;
    }

    /** Those of the country first, then those that places of the reader's province, or any place for the whole country's, defined. */
    private List<SearchHit> indicators(Me me, SearchWords words, int limit) {
        Stream<SearchHit> national = catalog.indicators().stream()
                .filter(indicator -> in(words, indicator.name(), indicator.id()))
                .map(indicator -> new SearchHit(indicator.name(), Text.of(""), "/indicators/" + indicator.id()));
        Stream<SearchHit> own = ownMeasures.near(units.find(me.unit())).stream()
                .filter(measure -> measure.kind() != OwnMeasure.Kind.TYPED && words.in(measure.name()))
                .map(measure -> new SearchHit(
                        Text.of(measure.name()), units.find(measure.unit()).fullName(), "/indicators/" + measure.id()));
        return Stream.concat(national, own).limit(limit).toList();
    }

    private Stream<SearchHit> forms(SearchWords words) {
        return catalog.forms().stream()
                .flatMap(form -> hits(words, form, "/catalog/forms/" + form.id() + "#", Text.of("")));
    }

    /** A form and its lines. @param address up to the id of a line; @param about what is said beside its name */
    static Stream<SearchHit> hits(SearchWords words, Form form, String address, Text about) {
        return Stream.concat(
                in(words, form.name(), form.id())
                        ? Stream.of(new SearchHit(form.name(), about, address.replaceFirst("#.*", "")))
                        : Stream.empty(),
                form.fields().stream()
                        .filter(field -> in(words, field.name(), field.id()))
                        .map(field -> new SearchHit(field.name(), form.name(), address + field.id())));
    }

    private static boolean in(SearchWords words, Text name, String code) {
        return words.in(name.vi() + " " + name.en() + " " + code);
    }

    private static SearchHit hit(String title, String note, String path) {
        return new SearchHit(Text.of(title), Text.of(note), path);
    }
}
