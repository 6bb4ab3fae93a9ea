package vn.toam.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.jobs.DueHandler;
import vn.toam.jobs.DueWork;

/** Forgets imports seven days after they were received, with everything read from the file. */
@Component
class ForgottenImports implements DueHandler {

    static final String KIND = "imports.forget";
    static final Duration KEPT = Duration.ofDays(7);

    private final ImportRepository imports;
    private final DueWork due;
    private final Clock clock;

    ForgottenImports(ImportRepository imports, DueWork due, Clock clock) {
        this.imports = imports;
        this.due = due;
        this.clock = clock;
    }

    void remember(Import made) {
        due.at(made.createdAt().plus(KEPT), KIND, made.id().toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(String key) {
        imports.forget(UUID.fromString(key), clock.instant().minus(KEPT));
    }

    /** Those of an older release. */
    @Override
    public void renew() {
        imports.all().forEach((id, created) -> due.at(created.plus(KEPT), KIND, id.toString()));
    }
}
