package vn.toam.collection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.toam.catalog.BenchCatalog;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.shared.Rejected.Problem;

/** One cell laid over the yearly form, and all checks before it is sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FormBench {

    private static final UUID NOBODY = new UUID(0, 0);

    private Form form;
    private Submission stored;
    private List<Cells.Cell> cell;

    @Setup
    public void fill() {
        form = BenchCatalog.read().form("dv-family-commune");
        Map<String, BigDecimal> figures = form.fields().stream()
                .filter(field -> field.type() != FieldType.TEXT)
                .collect(Collectors.toMap(field -> field.id(), field -> BigDecimal.ONE));
        stored = new Submission(
                1, NOBODY, NOBODY, form.id(), 2026, 1, 1, SubmissionStatus.DRAFT, figures, Map.of(), Map.of(), false, 1, null, Instant.EPOCH, null);
        cell = List.of(new Cells.Cell(Figures.input("dv_cases"), "12", "1"));
    }

    @Benchmark
    public Object oneCell() {
        return Cells.merge(form, stored, cell, false);
    }

    @Benchmark
    public List<Problem> allChecks() {
        return Figures.obstacles(form, stored, Figures.Context.NONE);
    }
}
