package vn.toam.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;

/** What no page asks of imports and a test does: their state as it is kept, work begun at the wrong moment, the day of forgetting. */
public final class ImportsInside {

    /** Kind of the work that forgets an import. */
    public static final String FORGET = ForgottenImports.KIND;

    private final ImportRepository repository;
    private final ImportRunner runner;
    private final ForgottenImports forgotten;

    public ImportsInside(ApplicationContext context) {
        repository = context.getBean(ImportRepository.class);
        runner = context.getBean(ImportRunner.class);
        forgotten = context.getBean(ForgottenImports.class);
    }

    public Optional<Import> find(UUID id) {
        return repository.find(id);
    }

    public boolean move(UUID id, List<Import.Status> from, Import.Status to, Instant now) {
        return repository.move(id, from, to, now);
    }

    public Future<?> write(UUID id, String answer) {
        return runner.write(id, answer);
    }

    public void forget(UUID id) {
        forgotten.due(id.toString());
    }
}
