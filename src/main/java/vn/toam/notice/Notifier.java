package vn.toam.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.access.Roles;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;

/** Takes what somebody is to be told: always under the bell, at once by letter when it cannot wait; for who is away, to the deputy. */
@Component
public class Notifier {

    private final NoticeRepository notices;
    private final ContactRepository contacts;
    private final MailQueue post;
    private final Roles roles;
    private final Clock clock;

    Notifier(NoticeRepository notices, ContactRepository contacts, MailQueue post, Roles roles, Clock clock) {
        this.notices = notices;
        this.contacts = contacts;
        this.post = post;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * Something to be told.
     *
     * @param agency whose people; null: everybody of the unit
     * @param permission only those who hold it
     * @param letter what a letter says: no names of persons, no remarks
     * @param author who did it and is not told; null: nobody
     * @param atOnce goes out as a letter now
     */
    public record Message(
            int unit,
            @Nullable Integer agency,
            Permission permission,
            Text text,
            Text subject,
            Text letter,
            String link,
            @Nullable UUID author,
            boolean atOnce) {}

    public void tell(Message message) {
        notices.tell(message, clock.instant());
        if (message.atOnce() && post.works()) {
            List<Contact> people = contacts.of(List.of(message.unit()));
            addresses(message, people)
                    .forEach(address -> post.write(
                            address, message.subject().vi(), message.letter().vi(), message.link()));
        }
    }

    /** Tells everybody of each unit who holds the permission the same, under the bell; {@code link} may hold {unit}. */
    public void tell(Collection<Integer> units, Permission permission, Text text, String link) {
        notices.add(units, permission, text, link, clock.instant());
    }

    private Set<String> addresses(Message message, List<Contact> people) {
        Map<UUID, UUID> deputies = contacts.deputies(LocalDate.now(clock));
        Map<UUID, Contact> byAccount =
                people.stream().collect(Collectors.toMap(Contact::account, Function.identity(), (one, other) -> one));
        return people.stream()
                .filter(one -> concerns(message, one))
                .map(one -> byAccount.getOrDefault(deputies.getOrDefault(one.account(), one.account()), one))
                .filter(one -> !one.account().equals(message.author()))
                .map(Contact::email)
                .filter(address -> !address.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean concerns(Message message, Contact one) {
        return (message.agency() == null || Objects.equals(message.agency(), one.agency()))
                && !one.account().equals(message.author())
                && roles.reach(one.role(), message.permission()) != null;
    }
}
