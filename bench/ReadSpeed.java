import java.nio.file.Files;
import java.nio.file.Path;
import vn.toam.reader.PlanReader;
import vn.toam.paper.TextExtractor;

/** Time to read one plan, warm: java -cp 'target/app/toam.jar:target/app/lib/*' bench/ReadSpeed.java FILE */
public class ReadSpeed {
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        byte[] bytes = Files.readAllBytes(file);
        PlanReader reader = PlanReader.standard();
        double[] times = new double[40];
        for (int i = -60; i < times.length; i++) {
            long start = System.nanoTime();
            reader.read(TextExtractor.extract(file.getFileName().toString(), bytes));
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        java.util.Arrays.sort(times);
        System.out.printf("%s: %d kB, median %.1f ms, p95 %.1f ms%n", file, bytes.length / 1024, times[20], times[38]);
    }
}
