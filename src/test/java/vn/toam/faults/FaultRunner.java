package vn.toam.faults;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.instrument.ClassDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherExecutionRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import vn.toam.shared.ToamTest;

/**
 * Runs tests again and again in one process while single classes of the application are replaced: the workshop of {@code ops/mutate}. Reads
 * one command a line, fields parted by tabs, and answers each with one line that begins with {@code @}:
 *
 * <pre>
 * compile  FOLDER SOURCE …      compiles
 * started                       loads the application once and keeps a copy of its database
 * lines    FILE CLASS …         runs test classes; writes for each test: milliseconds, lines reached
 * fault    FOLDER TEST …        puts the class files of the folder in place, runs tests up to the first failure, puts the old ones back;
 *                               "stuck …" where they cannot be put back
 * run      TEST …               the same without a fault
 * </pre>
 */
public final class FaultRunner {

    private static final PrintStream ANSWER = System.out;

    private CleanDatabase database;
    private boolean used;

    public static void main(String[] arguments) throws Exception {
        System.setOut(System.err);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        FaultRunner runner = new FaultRunner();
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            List<String> words = List.of(line.split("\t"));
            String answer;
            try {
                answer = runner.answer(words.getFirst(), words.subList(1, words.size()));
            } catch (Exception | LinkageError e) {
                answer = "error " + e;
            }
            ANSWER.println("@" + answer.replaceAll("\\s+", " "));
            ANSWER.flush();
        }
        System.exit(0);
    }

    private String answer(String command, List<String> words) throws Exception {
        return switch (command) {
            case "started" -> started();
            case "compile" -> compile(words);
            case "lines" -> lines(words);
            case "fault" -> fault(Path.of(words.getFirst()), words.subList(1, words.size()));
            case "run" -> run(words);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private String started() throws Exception {
        run(List.of("vn.toam.faults.StartedTest"));
        database = new CleanDatabase();
        used = false;
        return "ready";
    }

    /** Source files into a folder. */
    private static String compile(List<String> words) {
        List<String> options = new ArrayList<>(List.of("-parameters", "-g", "-proc:none", "-nowarn", "-d"));
        options.addAll(words);
        return ToolProvider.getSystemJavaCompiler().run(null, System.err, System.err, options.toArray(String[]::new))
                        == 0
                ? "compiled"
                : "does not compile";
    }

    private String lines(List<String> words) throws IOException {
        Path file = Path.of(words.getFirst());
        StringBuilder out = new StringBuilder();
        Reached.take();
        execute(words.subList(1, words.size()), CancellationToken.disabled(), new TestExecutionListener() {
            private final Map<TestIdentifier, Long> since = new HashMap<>();

            @Override
            public void executionStarted(TestIdentifier test) {
                since.put(test, System.nanoTime());
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (!test.isTest()) {
                    return;
                }
                boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
                long took = (System.nanoTime() - since.remove(test)) / 1_000_000;
                List<String> reached = Reached.take();
                out.append(test.getUniqueId()).append('\t').append(passed ? took : -1);
                reached.forEach(line -> out.append('\t').append(line));
                out.append('\n');
            }
        });
        Files.writeString(file, out);
        used = true;
        return "written";
    }

    private String fault(Path folder, List<String> tests) throws Exception {
        clean();
        List<ClassDefinition> faulty = new ArrayList<>();
        List<ClassDefinition> right = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name =
                        folder.relativize(file).toString().replace(".class", "").replace('/', '.');
                Class<?> type = Class.forName(name, false, FaultRunner.class.getClassLoader());
                byte[] now = Files.readAllBytes(file);
                byte[] then = Files.readAllBytes(Path.of("target/faults/classes", name.replace('.', '/') + ".class"));
                if (!Arrays.equals(now, then)) {
                    faulty.add(new ClassDefinition(type, now));
                    right.add(new ClassDefinition(type, then));
                }
            }
        }
        redefine(faulty);
        String answer = run(tests);
        try {
            redefine(right);
        } catch (UnsupportedOperationException fixed) { // a record is changed once only
            return "stuck " + answer;
        }
        return answer;
    }

    private static void redefine(List<ClassDefinition> classes) throws Exception {
        Reached.instrumentation.redefineClasses(classes.toArray(ClassDefinition[]::new));
    }

    private String run(List<String> tests) throws Exception {
        clean();
        CancellationToken stop = CancellationToken.create();
        List<String> failed = new ArrayList<>();
        execute(tests, stop, new TestExecutionListener() {
            @Override
            public void executionStarted(TestIdentifier test) {
                used = used || isOnTheDatabase(test);
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failed.add(test.getUniqueId());
                    result.getThrowable().ifPresent(why -> System.err.println(test.getUniqueId() + ": " + why));
                    stop.cancel();
                }
            }
        });
        return failed.isEmpty() ? "passed" : "failed " + failed.getFirst();
    }

    private static boolean isOnTheDatabase(TestIdentifier test) {
        return test.getSource().orElse(null) instanceof ClassSource source
                && ToamTest.class.isAssignableFrom(source.getJavaClass());
    }

    private void clean() throws Exception {
        if (database != null && used) {
            database.restore();
            used = false;
        }
    }

    private static void execute(List<String> tests, CancellationToken stop, TestExecutionListener listener) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String test : tests) {
            selectors.add(test.startsWith("[") ? selectUniqueId(test) : selectClass(test));
        }
        LauncherExecutionRequest request = LauncherExecutionRequestBuilder.request(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .build())
                .listeners(listener)
                .cancellationToken(stop)
                .build();
        LauncherFactory.create().execute(request);
    }
}
