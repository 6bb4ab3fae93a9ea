package vn.toam.plan;

import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.shared.Access;
import vn.toam.shared.SearchWords;

/** Finds tasks and legal bases of plans in force, which are public to everybody who may read plans. */
@Service
public class PlanSearch {

    /** Something that stands in a plan: the task or paper {@code id}. */
    public record Found(UUID plan, UUID id, String title, String note) {}

    private final PlanSearchRepository repository;
    private final Access access;

    PlanSearch(PlanSearchRepository repository, Access access) {
        this.repository = repository;
        this.access = access;
    }

    /** Tasks whose words hold every word. */
    @Transactional(readOnly = true)
    public List<Found> tasks(SearchWords words, int limit) {
        access.require(PLAN_READ);
        return repository.tasks(words, limit);
    }

    /** Papers that plans rest on, by kind, number, issuer and title. */
    @Transactional(readOnly = true)
    public List<Found> papers(SearchWords words, int limit) {
        access.require(PLAN_READ);
        return repository.papers(words, limit);
    }
}
