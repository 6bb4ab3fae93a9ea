package vn.toam.reader;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.toam.paper.TextExtractor;
import vn.toam.paper.UnreadableFile;

/** {@code ./toam read FILE}: prints the reading of one plan as JSON, or says why the file cannot be read. */
public final class ReadPlan {
    /** Exit code for a file that cannot be read. */
    static final int UNREADABLE = 2;

    private ReadPlan() {}

    /** Reads the file named by the only argument; JSON on standard output, messages (Vietnamese) on standard error. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        ResourceBundle messages = ResourceBundle.getBundle("messages.reader", Locale.ROOT);
        if (args.length != 1) {
            err.println(messages.getString("reader.usage"));
            return UNREADABLE;
        }
        try {
            out.print(PlanJson.write(PlanReader.standard().read(TextExtractor.extract(Path.of(args[0])))));
            out.flush();
            return 0;
        } catch (UnreadableFile e) {
            err.println(messages.getString(e.reason().messageKey()));
        } catch (IOException e) {
            err.println(messages.getString("reader.cannotOpen").replace("{0}", args[0]));
        }
        return UNREADABLE;
    }
}
