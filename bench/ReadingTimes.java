import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.toam.paper.TextExtractor;
import vn.toam.paper.UnreadableFile;
import vn.toam.reader.PlanReader;

/**
 * Processor time of the thread that reads, warm: java -cp 'target/app/lib/*' bench/ReadingTimes.java [plans | shapes] [FILE …]
 * Plans of 20 kB and 100 kB have the letterhead of the first FILE (else of the repository's plans), the parts of all again and again, and its end;
 * shapes are thirteen hostile texts at four lengths.
 */
public class ReadingTimes {
    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    static final String HEAD = "Số: 1/KH-UBND\nKẾ HOẠCH\nThử nghiệm\n\nI. MỤC TIÊU\n1. Mục tiêu cụ thể\n- ";
    static final List<String> SHAPES = List.of(
            "100% ", "500 triệu đồng, ", "7", "aábcđ", "trước ngày 15/12/2026, ", "Sở Y tế, ", "phối hợp với ", "Quyết định số 5/QĐ-TTg, ", "\n- a",
            "I. A\n1. B\na) C\n- D\n", "\n- A b", "\n1. A b", "\na) A b.");

    public static void main(String[] arguments) throws Exception {
        String what = arguments.length == 0 ? "all" : arguments[0];
        if (!what.equals("shapes")) {
            plans(Stream.of(arguments).skip(1).map(Path::of).toList());
        }
        if (!what.equals("plans")) {
            shapes();
        }
    }

    static void plans(List<Path> files) throws Exception {
        List<String> plans = new ArrayList<>();
        for (Path file : files.isEmpty() ? own() : files) {
            plans.add(Files.readString(file));
        }
        for (int kilobytes : new int[] {20, 100}) {
            String text = plan(plans, kilobytes * 1000);
            double[] times = new double[60];
            for (int i = 0; i < times.length; i++) {
                times[i] = read(text);
            }
            double[] warm = Arrays.copyOfRange(times, times.length / 2, times.length);
            Arrays.sort(warm);
            System.out.printf("plan of %d kB: best %.0f ms, median %.0f ms of %d readings behind %d%n", bytes(text) / 1000, warm[0],
                    warm[warm.length / 2], warm.length, times.length - warm.length);
        }
    }

    /** The parts of the plans again and again between the letterhead and the recipients of the first. */
    static String plan(List<String> plans, int length) {
        StringBuilder out = new StringBuilder(plans.getFirst().substring(0, body(plans.getFirst())));
        String end = plans.getFirst().substring(end(plans.getFirst()));
        int left = length - bytes(out.toString()) - bytes(end);
        for (int i = 0; left > 0; i++) {
            String plan = plans.get(i % plans.size());
            String part = plan.substring(body(plan), end(plan));
            out.append(left < bytes(part) ? cut(part, left) + "\n" : part);
            left -= bytes(part);
        }
        return out.append(end).toString();
    }

    static int body(String plan) {
        Matcher first = Pattern.compile("(?m)^\\**I\\. ").matcher(plan);
        return first.find() ? first.start() : 0;
    }

    static int end(String plan) {
        Matcher end = Pattern.compile("(?m)^\\**Nơi nhận").matcher(plan);
        return end.find() ? end.start() : plan.length();
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** So many bytes of the text, which starts again at its end. */
    static String cut(String text, int bytes) {
        StringBuilder out = new StringBuilder();
        int length = 0;
        for (int i = 0; length < bytes; i = (i + 1) % text.length()) {
            char c = text.charAt(i);
            out.append(c);
            length += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return out.toString();
    }

    static List<Path> own() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/journey"))) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().collect(Collectors.toList());
        }
    }

    static void shapes() throws Exception {
        int[] kilobytes = {250, 500, 1000, 2000};
        for (String shape : SHAPES) {
            Map<Integer, String> found = new LinkedHashMap<>();
            for (int k : kilobytes) {
                String text = cut(HEAD + shape.repeat(k * 1000 / shape.length()), k * 1000);
                found.put(k, time(text));
            }
            System.out.println(shape.replace("\n", "⏎") + " | " + String.join(" | ", found.values()));
        }
    }

    static String time(String text) {
        try {
            double best = Double.MAX_VALUE;
            for (int i = 0; i < 2; i++) {
                best = Math.min(best, read(text));
            }
            return String.format("%.2f s", best / 1000);
        } catch (UnreadableFile overlong) {
            return overlong.reason().toString();
        }
    }

    static double read(String text) throws UnreadableFile {
        long start = THREADS.getCurrentThreadCpuTime();
        PlanReader.standard().read(TextExtractor.fromPasted(text));
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
