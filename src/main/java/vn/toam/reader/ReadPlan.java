package vn.toam.reader;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toam.paper.TextExtractor;
import vn.toam.paper.UnreadableFile;

/** {@code ./toam read FILE}: prints the reading of one plan as JSON, or says why the file cannot be read. */
public final class ReadPlan {
    /** Exit code for a file that cannot be read. */
    static final int UNREADABLE = 2;

    private ReadPlan() {}

    /** Reads the file named by the only argument; JSON on standard output, the reason in both languages on standard error. */
    public static void main(String[] args) {
        silenceParsers();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** What parsers think of a broken file is for the server's log; here it would stand between the user and the reason. */
    private static void silenceParsers() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        String refusal = args.length == 1 ? read(args[0], out) : "reader.usage";
        if (refusal == null) {
            return 0;
        }
        String module = refusal.substring(0, refusal.indexOf('.'));
        for (Locale language : List.of(Locale.ROOT, Locale.ENGLISH)) {
            String sentence =
                    ResourceBundle.getBundle("messages." + module, language).getString(refusal);
            err.println(args.length == 1 ? sentence.replace("{0}", args[0]) : sentence);
        }
        return UNREADABLE;
    }

    /** Null when the reading was printed, else the key of the sentence that says why it was not. */
    private static @Nullable String read(String name, PrintStream out) {
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                return "reader.directory";
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return "reader.cannotOpen";
            }
            out.print(PlanJson.write(PlanReader.standard().read(TextExtractor.extract(file))));
            out.flush();
            return null;
        } catch (UnreadableFile e) {
            return e.reason().messageKey();
        } catch (NoSuchFileException | InvalidPathException e) {
            return "reader.missing";
        } catch (AccessDeniedException e) {
            return "reader.notAllowed";
        } catch (IOException e) {
            return "reader.cannotOpen";
        }
    }
}
