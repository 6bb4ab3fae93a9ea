package vn.toam.agency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Counts;
import vn.toam.definition.Field;
import vn.toam.definition.RecordCount;
import vn.toam.shared.Words;

/** Counts the steering committees of a unit that stand on a day, for lines that ask whether there is one. */
@Component
class CommitteeCounts implements Counts {

    private static final String STANDING = "committee.standing";

    private final CommitteeRepository repository;
    private final Words words;

    CommitteeCounts(CommitteeRepository repository, Words words) {
        this.repository = repository;
        this.words = words;
    }

    @Override
    public Set<String> lines() {
        return Set.of();
    }

    @Override
    public boolean counts(Field line) {
        return STANDING.equals(line.counted());
    }

    @Override
    public List<Offered> offered(int unit) {
        return List.of(new Offered(
                STANDING,
                words.text("agency.counts.from"),
                words.text("agency.counts.standing"),
                RecordCount.Of.STOCK,
                null));
    }

    @Override
    public List<Counted> of(Collection<Integer> units, Set<String> lines, LocalDate first, LocalDate last) {
        List<CommitteeRepository.Standing> standing = repository.standing(units, last);
        return lines.stream()
                .flatMap(line -> standing.stream()
                        .map(each -> new Counted(
                                each.unit(),
                                line,
                                STANDING,
                                words.text("agency.counts.from"),
                                BigDecimal.valueOf(each.number()),
                                0,
                                "/units/" + each.unit())))
                .toList();
    }
}
