package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Short files, short methods, little JavaScript: the house stays readable. */
class LimitsTest {

    private static final int FILE = 400;
    private static final int METHOD = 40;
    private static final int TEMPLATE = 200;
    private static final int OWN_JAVASCRIPT = 1000;

    @Test
    void noFileIsTooLong() {
        List<String> tooLong = new ArrayList<>();
        SourceTree.files(SourceTree.JAVA, ".java").forEach(file -> note(tooLong, file, FILE));
        SourceTree.files(SourceTree.TEMPLATES, ".jte").forEach(file -> note(tooLong, file, TEMPLATE));
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noMethodIsTooLong() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : SourceTree.files(SourceTree.JAVA, ".java")) {
            tooLong.addAll(longMethods(file.getFileName().toString(), SourceTree.read(file)));
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void ownJavaScriptStaysSmall() {
        long lines = SourceTree.files(SourceTree.RESOURCES.resolve("static"), ".js").stream()
                .mapToLong(file -> SourceTree.read(file).lines().count())
                .sum();
        assertThat(lines).isLessThanOrEqualTo(OWN_JAVASCRIPT);
    }

    @Test
    void aPlantedLongMethodIsCaught() {
        String planted = "class A { void f() {\n" + "int x;\n".repeat(METHOD) + "} void g() {} }";

        assertThat(longMethods("A.java", planted)).containsExactly("A.java: f has 41 lines");
    }

    private static void note(List<String> tooLong, Path file, int limit) {
        long lines = SourceTree.read(file).lines().count();
        if (lines > limit) {
            tooLong.add(file + ": " + lines);
        }
    }

    private static List<String> longMethods(String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + name), Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostic -> {}, List.of(), null, List.of(file));
        List<String> found = new ArrayList<>();
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                scan(unit, positions, name, found);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    private static void scan(CompilationUnitTree unit, SourcePositions positions, String name, List<String> found) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                if (method.getBody() != null) {
                    long from = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method.getBody()));
                    long to = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method.getBody()));
                    if (to - from > METHOD) {
                        found.add(name + ": " + method.getName() + " has " + (to - from) + " lines");
                    }
                }
                return super.visitMethod(method, nothing);
            }
        }.scan(unit, null);
    }
}
