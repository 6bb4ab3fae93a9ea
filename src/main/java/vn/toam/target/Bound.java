package vn.toam.target;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * A target that binds a place, and who set it.
 *
 * @param source the plan or decision, by name
 * @param number of its paper, with the article where known; blank: none
 * @param address page of the plan; null: a national decision
 * @param verdict how the place stands against it
 */
public record Bound(
        Aim aim, Text source, String number, @Nullable String address, Verdict verdict) {

    /** What is asked besides: when, better than whom. */
    public List<Sentence> also() {
        return Aims.also(aim);
    }

    /** What is asked, in words. */
    public Sentence demand() {
        return TargetRules.demand(aim, aim.value());
    }
}
