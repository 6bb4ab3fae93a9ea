package vn.toam.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whom letters can reach. */
@Component
public class Contacts {

    private final ContactRepository repository;

    Contacts(ContactRepository repository) {
        this.repository = repository;
    }

    /** Every active account with an address. */
    public List<Contact> withAddress() {
        return repository.withAddress();
    }

    /** Who stands in for whom on a day. */
    public Map<UUID, UUID> deputies(LocalDate day) {
        return repository.deputies(day);
    }
}
