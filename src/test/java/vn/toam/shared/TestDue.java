package vn.toam.shared;

import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.jobs.DueHandler;

/** Does one piece of due work now, as the runner would, and leaves what other tests have waiting alone. */
public final class TestDue {

    private final List<DueHandler> handlers;
    private final TransactionTemplate transaction;

    public TestDue(List<DueHandler> handlers, TransactionTemplate transaction) {
        this.handlers = handlers;
        this.transaction = transaction;
    }

    public void now(String kind, String key) {
        DueHandler handler = handlers.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(status -> handler.due(key));
    }
}
