package vn.toam.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.toam.paper.TextExtractor;
import vn.toam.paper.UnreadableFile;

/** From the bytes of a plan to its reading. Another plan: {@code -p plan=FILE}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReaderBench {

    @Param("src/test/resources/journey/hai-phong.txt")
    public String plan;

    private final PlanReader reader = PlanReader.standard();
    private byte[] bytes;

    @Setup
    public void load() throws IOException {
        bytes = Files.readAllBytes(Path.of(plan));
    }

    @Benchmark
    public PlanDraft reading() throws UnreadableFile {
        return reader.read(TextExtractor.extract(Path.of(plan).getFileName().toString(), bytes));
    }
}
