package vn.toam.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Single records and what hangs on them, as pages that show them need it. Who may read one {@link ReadingRights} say. */
@Component
public class Records {

    private final RecordRepository repository;

    Records(RecordRepository repository) {
        this.repository = repository;
    }

    /** A record that refers to another, through a field. */
    public record Referring(
            String register, UUID id, int unit, String name, LocalDate onDay, String state, String field) {}

    public Optional<RegisterRecord> find(int province, UUID id) {
        return repository.find(province, id);
    }

    public List<RegisterRecord> findAll(int province, Collection<UUID> ids) {
        return repository.findAll(province, ids);
    }

    /** Every version, the newest first. */
    public List<RecordChange> history(int province, UUID id) {
        return repository.history(province, id);
    }

    /** The files that prove it. */
    public List<UUID> files(int province, UUID id) {
        return repository.files(province, id);
    }

    /** Records that refer to it, the newest first. */
    public List<Referring> referring(int province, UUID id, int limit) {
        return repository.referring(province, id, limit);
    }
}
