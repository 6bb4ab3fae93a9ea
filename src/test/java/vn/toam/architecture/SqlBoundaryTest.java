package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A module's SQL names its own schema and those of the modules it declares to depend on; migrations likewise. */
class SqlBoundaryTest {

    private static final Pattern STRING =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SQL =
            Pattern.compile("(?i)\\b(select|insert|update|delete|merge|with|from|copy|join)\\b");
    private static final Pattern TABLE = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|table|view|on|references|only|copy|exists|of)\\s+([a-z]+)\\.[a-z_]+");
    private static final Pattern DEPENDENCIES = Pattern.compile("allowedDependencies\\s*=\\s*(\\{[^}]*}|\"[^\"]*\")");

    @Test
    void repositoriesNameOnlySchemasOfModulesTheyMayUse() {
        List<String> strangers = new ArrayList<>();
        for (Path file : SourceTree.files(SourceTree.JAVA, "Repository.java")) {
            strangers.addAll(strangers(SourceTree.module(SourceTree.JAVA, file), javaSql(SourceTree.read(file)), file));
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void migrationsNameOnlySchemasOfModulesTheyMayUse() {
        List<String> strangers = new ArrayList<>();
        for (Path file : SourceTree.files(SourceTree.RESOURCES.resolve("db/migration"), ".sql")) {
            String folder = file.getParent().getFileName().toString();
            String module = folder.equals("base")
                    ? file.getFileName().toString().replaceFirst("^V\\d+__([a-z]+).*", "$1")
                    : folder;
            if (SourceTree.modules().contains(module)) {
                strangers.addAll(strangers(module, SourceTree.read(file), file));
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void aPlantedReachIntoAnotherSchemaIsCaught() {
        String planted =
                javaSql("String x = \"\"\"\n select * from database.server a join reader.text t on true\n\"\"\";");

        assertThat(strangers("shared", planted, Path.of("Planted.java")))
                .containsExactly("Planted.java: shared names database", "Planted.java: shared names reader");
    }

    private static List<String> strangers(String module, String sql, Path file) {
        Set<String> allowed = new TreeSet<>(allowed(module));
        allowed.add(module);
        Set<String> modules = new TreeSet<>(SourceTree.modules());
        List<String> found = new ArrayList<>();
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            String schema = table.group(1).toLowerCase(java.util.Locale.ROOT);
            String line = file.getFileName() + ": " + module + " names " + schema;
            if (modules.contains(schema) && !allowed.contains(schema) && !found.contains(line)) {
                found.add(line);
            }
        }
        return found;
    }

    private static String javaSql(String source) {
        StringBuilder sql = new StringBuilder();
        Matcher string = STRING.matcher(source);
        while (string.find()) {
            String text = string.group(1) == null ? string.group(2) : string.group(1);
            if (SQL.matcher(text).find()) {
                sql.append(text).append('\n');
            }
        }
        return sql.toString();
    }

    private static Set<String> allowed(String module) {
        String declaration = SourceTree.read(SourceTree.JAVA.resolve(module).resolve("package-info.java"));
        Matcher matcher = DEPENDENCIES.matcher(declaration);
        Set<String> names = new TreeSet<>();
        if (matcher.find()) {
            Matcher name = Pattern.compile("[a-z]+").matcher(matcher.group(1));
            while (name.find()) {
                names.add(name.group());
            }
        }
        return names;
    }
}
