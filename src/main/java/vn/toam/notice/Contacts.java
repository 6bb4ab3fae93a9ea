package vn.toam.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whom letters can reach. */
@Component
public class Contacts {

    private final ContactRepository repository;
    private final NoticeRepository notices;

    Contacts(ContactRepository repository, NoticeRepository notices) {
        this.repository = repository;
        this.notices = notices;
    }

    /** Every active account with an address. */
    public List<Contact> withAddress() {
        return repository.withAddress();
    }

    /** Who stands in for whom on a day. */
    public Map<UUID, UUID> deputies(LocalDate day) {
        return repository.deputies(day);
    }

    /** Notices for an account in one of its posts, unread, not sent as letters, told since a moment. */
    public int unread(Contact one, Collection<String> permissions, Instant since) {
        return notices.unread(one, permissions, since);
    }

    /** An absence that has ended and that nobody summed up yet. */
    public record Back(UUID id, UUID account, LocalDate from, LocalDate to, String deputy) {}

    /** Everybody who is back. */
    public List<Back> back(LocalDate today) {
        return repository.back(today);
    }

    /** Notes that who came back was told what came in meanwhile. */
    public void summed(UUID absence, Instant now) {
        repository.summed(absence, now);
    }
}
