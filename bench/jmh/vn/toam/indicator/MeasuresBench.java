package vn.toam.indicator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.toam.catalog.BenchCatalog;
import vn.toam.catalog.Catalog;

/** What one accepted yearly form gives to every measure: done for each of the 3,321 communes when nothing is kept. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MeasuresBench {

    private final Map<String, BigDecimal> figures = new HashMap<>();
    private Measures measures;

    @Setup
    public void fill() {
        Catalog catalog = BenchCatalog.read();
        measures = new Measures(catalog);
        catalog.form("dv-family-commune").fields().forEach(field -> figures.put(field.id(), BigDecimal.valueOf(figures.size() + 100)));
    }

    @Benchmark
    public Map<String, Part> everyMeasure() {
        return measures.of(figures);
    }
}
