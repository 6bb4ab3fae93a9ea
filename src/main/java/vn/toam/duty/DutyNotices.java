package vn.toam.duty;

import static vn.toam.assignment.DutyPermissions.TASK_CONFIRM;
import static vn.toam.unit.UnitPermissions.UNIT_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyFilter;
import vn.toam.assignment.DutyNews;
import vn.toam.catalog.Catalog;
import vn.toam.definition.WorkDays;
import vn.toam.geography.Level;
import vn.toam.notice.Notifier;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/**
 * Tells the two sides of a duty what the other did, in the transaction that does it: under the bell always, by letter at once only what
 * asks somebody to act soon. One act on many duties is one notice for each receiver.
 */
@Component
class DutyNotices {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final int LONGEST_TASK = 120;

    /** Working days within which a new duty is due at once. */
    private static final int SOON = 2;

    private static final Set<DutyNews.What> AT_ONCE = Set.of(
            DutyNews.What.URGED,
            DutyNews.What.SENT_BACK,
            DutyNews.What.ANSWERED,
            DutyNews.What.EXTENDED,
            DutyNews.What.NOT_EXTENDED);

    private final Notifier outbox;
    private final AgencyService agencies;
    private final Words words;
    private final WorkDays days;
    private final Clock clock;

    DutyNotices(Notifier outbox, AgencyService agencies, Words words, Catalog catalog, Clock clock) {
        this.outbox = outbox;
        this.agencies = agencies;
        this.words = words;
        this.days = catalog.workDays();
        this.clock = clock;
    }

    /** Who is told together: the people of an agency, or of a whole unit. */
    private record Receiver(int unit, @Nullable Integer agency) {}

    @EventListener
    void on(DutyNews news) {
        Map<Integer, Agency> named =
                agencies
                        .findAll(news.duties().stream()
                                .map(Duty::agency)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Agency::id, agency -> agency));
        Map<Receiver, List<Duty>> told = news.duties().stream()
                .filter(duty -> named.containsKey(duty.agency()))
                .collect(Collectors.groupingBy(
                        duty -> receiver(news, duty, named), LinkedHashMap::new, Collectors.toList()));
        Permission permission = news.what().downwards() ? UNIT_READ : TASK_CONFIRM;
        told.forEach((receiver, duties) -> outbox.tell(new Notifier.Message(
                receiver.unit(),
                receiver.agency(),
                permission,
                text(news, duties, named, news.remark()),
                words.text(
                        "coordination.duty.subject",
                        duties.getFirst().planName().vi(),
                        duties.size()),
                text(news, duties, named, ""),
                link(news, duties),
                news.by(),
                atOnce(news, duties))));
    }

    /** In a commune the People's Committee is everybody who works there. */
    private static Receiver receiver(DutyNews news, Duty duty, Map<Integer, Agency> named) {
        if (!news.what().downwards()) {
            return new Receiver(duty.planUnit(), duty.giver());
        }
        Agency agency = java.util.Objects.requireNonNull(named.get(duty.agency()));
        boolean whole = agency.level() == Level.COMMUNE && agency.kind().equals("UBND");
        return new Receiver(agency.unit(), whole ? null : Integer.valueOf(agency.id()));
    }

    private boolean atOnce(DutyNews news, List<Duty> duties) {
        LocalDate today = LocalDate.now(clock);
        return AT_ONCE.contains(news.what())
                || news.what().downwards()
                        && duties.stream()
                                .anyMatch(duty -> duty.stage().running()
                                        && days.between(today, duty.course().effective()) <= SOON);
    }

    private static String link(DutyNews news, List<Duty> duties) {
        if (duties.size() == 1) {
            return "/plans/duties/" + duties.getFirst().id();
        }
        DutyFilter.Side side = news.what().downwards() ? DutyFilter.Side.MINE : DutyFilter.Side.GIVEN;
        return DutyFilter.of(side, DutyFilter.Show.ALL)
                .of(duties.getFirst().plan())
                .address();
    }

    private Text text(DutyNews news, List<Duty> duties, Map<Integer, Agency> named, String remark) {
        return new Text(
                sentence(news, duties, named, remark, VIETNAMESE),
                sentence(news, duties, named, remark, Locale.ENGLISH));
    }

    private String sentence(
            DutyNews news, List<Duty> duties, Map<Integer, Agency> named, String remark, Locale locale) {
        Duty first = duties.stream()
                .min(Comparator.comparing(duty -> duty.course().effective()))
                .orElseThrow();
        Agency agency = named.get(first.agency());
        String task = first.text().in(locale).strip().replaceFirst("[.;]+$", "");
        String short_ =
                task.length() > LONGEST_TASK ? task.substring(0, LONGEST_TASK).strip() + "…" : task;
        String key = "coordination.duty." + news.what() + (duties.size() == 1 ? "" : ".many");
        String said = words.get(
                locale,
                key,
                short_,
                first.due(),
                agency == null ? first.label() : agency.fullName().in(locale),
                duties.size(),
                first.planName().in(locale));
        return remark.isBlank() ? said : said + " – " + remark;
    }
}
