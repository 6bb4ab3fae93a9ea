package vn.toam.coordination;

import static vn.toam.assignment.DutyPermissions.TASK_CONFIRM;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.Roles;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Role;
import vn.toam.definition.WorkDays;
import vn.toam.duty.OpenDuties;
import vn.toam.notice.Contact;
import vn.toam.notice.Contacts;
import vn.toam.notice.MailQueue;
import vn.toam.shared.Numbers;
import vn.toam.shared.Permission;
import vn.toam.shared.Words;

/**
 * One letter a working day at most: what is new under the bell and unread, and which duties fall due. Nothing new, no letter. It holds counts
 * and links, no names and no figures. Leaders get it once a week; while somebody is away, the deputy does.
 */
@Component
class Digests {

    static final LocalTime TIME = LocalTime.of(7, 30);

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final int LOOK_BACK = 7;

    /** A result that nobody confirmed for so many working days is in the digest. */
    private static final int TO_CONFIRM = 5;

    /** Working days before (positive) and after the due day on which a duty is in the digest. */
    private static final List<Integer> MARKS = List.of(10, 3, 0, -1, -5, -10);

    private final DigestRepository digests;
    private final OpenDuties duties;
    private final Contacts contacts;
    private final MailQueue post;
    private final WorkDays days;
    private final Roles roles;
    private final Words words;
    private final Clock clock;

    Digests(
            DigestRepository digests,
            OpenDuties duties,
            Contacts contacts,
            MailQueue post,
            Catalog catalog,
            Roles roles,
            Words words,
            Clock clock) {
        this.digests = digests;
        this.duties = duties;
        this.contacts = contacts;
        this.post = post;
        this.days = catalog.workDays();
        this.roles = roles;
        this.words = words;
        this.clock = clock;
    }

    /** What somebody has not seen yet, of the own post and of those for whom they act. */
    private record News(Set<UUID> accounts, int notices, int due, int unconfirmed) {

        News plus(News other) {
            Set<UUID> all = new LinkedHashSet<>(accounts);
            all.addAll(other.accounts);
            return new News(all, notices + other.notices, due + other.due, unconfirmed + other.unconfirmed);
        }

        int all() {
            return notices + due + unconfirmed;
        }
    }

    /** Sends today's digests that were not sent yet. Tells how many; none on a day on which offices do not work. */
    @Transactional
    int send() {
        LocalDate today = LocalDate.now(clock);
        if (!post.works() || !days.works(today) || LocalTime.now(clock).isBefore(TIME)) {
            return 0;
        }
        Map<UUID, String> addresses = new LinkedHashMap<>();
        List<Contact> all = contacts.withAddress();
        all.forEach(one -> addresses.put(one.account(), one.email()));
        int sent = 0;
        for (Map.Entry<UUID, News> each : news(all, today).entrySet()) {
            String address = addresses.get(each.getKey());
            News news = each.getValue();
            if (address != null && news.all() > 0 && digests.first(each.getKey(), today, clock.instant())) {
                news.accounts().forEach(account -> digests.first(account, today, clock.instant()));
                write(address, news);
                sent++;
            }
        }
        return sent + summaries(today, addresses);
    }

    /** By reader: the account itself, or its deputy. */
    private Map<UUID, News> news(List<Contact> all, LocalDate today) {
        Instant since =
                today.minusDays(LOOK_BACK).atTime(TIME).atZone(Numbers.ZONE).toInstant();
        Map<Integer, Integer> due = duties.due(
                MARKS.stream().map(n -> days.plus(today, n)).distinct().toList());
        Map<Integer, Integer> unconfirmed = duties.unconfirmed(days.plus(today, -TO_CONFIRM));
        Map<UUID, Instant> last = digests.last();
        Map<UUID, UUID> deputies = contacts.deputies(today);
        Map<UUID, News> news = new LinkedHashMap<>();
        for (Contact one : all) {
            if (weekly(one) && !firstOfWeek(today)) {
                continue;
            }
            Set<String> permissions = permissions(one);
            boolean confirms = permissions.contains(TASK_CONFIRM.name());
            News own = new News(
                    Set.of(one.account()),
                    contacts.unread(one, permissions, later(since, last.get(one.account()))),
                    due.getOrDefault(one.agency(), 0),
                    confirms ? unconfirmed.getOrDefault(one.agency(), 0) : 0);
            news.merge(deputies.getOrDefault(one.account(), one.account()), own, News::plus);
        }
        return news;
    }

    private static Instant later(Instant since, @Nullable Instant last) {
        return last == null || last.isBefore(since) ? since : last;
    }

    /** Who came back hears once how much came in meanwhile. */
    private int summaries(LocalDate today, Map<UUID, String> addresses) {
        List<Contacts.Back> back = contacts.back(today);
        int sent = 0;
        for (Contacts.Back one : back) {
            String address = addresses.get(one.account());
            if (address != null) {
                post.write(
                        address,
                        words.get(VIETNAMESE, "coordination.back.subject"),
                        words.get(VIETNAMESE, "coordination.back.body", one.from(), one.to(), one.deputy()),
                        "/coordination");
                sent++;
            }
            contacts.summed(one.id(), clock.instant());
        }
        return sent;
    }

    private void write(String address, News news) {
        List<String> lines = new ArrayList<>();
        if (news.notices() > 0) {
            lines.add(words.get(VIETNAMESE, "coordination.digest.notices", news.notices()));
        }
        if (news.due() > 0) {
            lines.add(words.get(VIETNAMESE, "coordination.digest.due", news.due()));
        }
        if (news.unconfirmed() > 0) {
            lines.add(words.get(VIETNAMESE, "coordination.digest.unconfirmed", news.unconfirmed()));
        }
        post.write(
                address,
                words.get(VIETNAMESE, "coordination.digest.subject", news.all()),
                String.join("\n", lines),
                news.notices() > 0 ? "/coordination" : "/plans/tasks");
    }

    private boolean weekly(Contact one) {
        return roles.find(one.role()).filter(Role::weeklyDigest).isPresent();
    }

    private boolean firstOfWeek(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(monday, day -> day.plusDays(1))
                .filter(days::works)
                .findFirst()
                .filter(today::equals)
                .isPresent();
    }

    private Set<String> permissions(Contact one) {
        return roles.permissions(one.role()).stream().map(Permission::name).collect(Collectors.toSet());
    }
}
