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

/**
 * Walls hold SQL as they hold Java (decision 21): a module's SQL names its own schema freely, of a module that it may use only the views
 * {@code …_v} that are published there, and of others nothing. A table may refer to one below ({@code references}); the functions of
 * {@code shared} are tools for everybody.
 */
class SqlBoundaryTest {

    private static final Pattern STRING =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SQL =
            Pattern.compile("(?i)\\b(select|insert|update|delete|merge|with|from|copy|join|where|analyze|truncate)\\b");
    private static final Pattern NAME =
            Pattern.compile("(?i)(\\breferences\\s+)?(?<![\\w.:\"])\"?([a-z]+)\"?\\.\"?([a-z]\\w*)\"?(\\()?");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern DEPENDENCIES = Pattern.compile("allowedDependencies\\s*=\\s*(\\{[^}]*}|\"[^\"]*\")");

    /** From here on migrations keep to the walls; older ones have run everywhere and stay as they are. */
    private static final int SINCE = 1900;

    /** The owner of all tables opens them to the application and spreads them over servers, table by table. */
    private static final Set<String> OWNER = Set.of(
            "Schema.java: database names audit.entry",
            "Schema.java: database names audit.head",
            "Schema.java: database names audit.visit",
            "Distribution.java: database names collection.submission");

    /** What one module handed to another, once. */
    private static final Set<String> HANDED = Set.of(
            "V1958__output_content.sql: output names document.content",
            "V1__tables.sql: jobs names shared.job",
            "V1__tables.sql: jobs names shared.due",
            "V1__imports.sql: exchange names imports.mapping",
            "V1__imports.sql: exchange names imports.import",
            "V1__imports.sql: exchange names imports.line",
            "V1__imports.sql: exchange names imports.entry");

    @Test
    void aModulesStatementsNameItsOwnTablesAndPublishedViews() {
        List<String> strangers = new ArrayList<>();
        for (String module : SourceTree.modules()) {
            for (Path file : SourceTree.files(SourceTree.JAVA.resolve(module), ".java")) {
                strangers.addAll(strangers(module, javaSql(SourceTree.read(file)), file));
            }
        }
        Path scripts = SourceTree.RESOURCES.resolve("sql");
        for (Path file : SourceTree.files(scripts, ".sql")) {
            strangers.addAll(strangers(SourceTree.module(scripts, file), SourceTree.read(file), file));
        }
        strangers.removeAll(OWNER);
        assertThat(strangers).isEmpty();
    }

    @Test
    void migrationsNameTheirOwnTablesAndPublishedViews() {
        List<String> strangers = new ArrayList<>();
        for (Path file : SourceTree.files(SourceTree.RESOURCES.resolve("db/migration"), ".sql")) {
            String name = file.getFileName().toString();
            String folder = file.getParent().getFileName().toString();
            boolean base = folder.equals("base");
            String module = base ? name.replaceFirst("^V\\d+__([a-z]+).*", "$1") : folder;
            boolean old = base && Integer.parseInt(name.replaceFirst("^V(\\d+).*", "$1")) < SINCE;
            if (SourceTree.modules().contains(module) && !old) {
                strangers.addAll(strangers(module, SourceTree.read(file), file));
            }
        }
        strangers.removeAll(HANDED);
        assertThat(strangers).isEmpty();
    }

    @Test
    void aTableOfAnotherModuleIsCaughtHoweverItIsNamed() {
        assertThat(planted("plan", "select * from plan.plan p, unit.unit u where u.id = p.unit"))
                .containsExactly("Planted.java: plan names unit.unit");
        assertThat(planted("plan", "update document.document set title = ''"))
                .containsExactly("Planted.java: plan names document.document");
        assertThat(planted("plan", "select document.fingerprint(:text) where true"))
                .containsExactly("Planted.java: plan names document.fingerprint");
        assertThat(planted("agency", "select nextval('unit.unit_added') from generate_series(1, 2)"))
                .containsExactly("Planted.java: agency names unit.unit_added");
        assertThat(planted("access", "(select n.name from unit.unit_name n where n.unit = a.unit)"))
                .containsExactly("Planted.java: access names unit.unit_name");
    }

    @Test
    void aViewOfAModuleThatMayNotBeUsedIsCaught() {
        assertThat(planted("unit", "select * from agency.agency_v"))
                .containsExactly("Planted.java: unit names agency.agency_v");
        assertThat(planted("agency", "select * from unit.unit_v join agency.agency a on true"))
                .isEmpty();
    }

    @Test
    void aMigrationThatRefersUpwardsOrReadsAcrossIsCaught() {
        Path file = Path.of("V1__planted.sql");
        String tables = """
                -- unit.unit is only spoken of here
                create table agency.planted (unit integer references unit.unit);
                """;
        assertThat(strangers("agency", tables, file)).isEmpty();
        assertThat(strangers("unit", "create table unit.planted (a integer references agency.agency)", file))
                .containsExactly("V1__planted.sql: unit names agency.agency");
        assertThat(strangers("agency", "create view agency.planted_v as select id from unit.unit", file))
                .containsExactly("V1__planted.sql: agency names unit.unit");
    }

    private static List<String> planted(String module, String sql) {
        return strangers(module, javaSql("String x = \"\"\"\n " + sql + "\n\"\"\";"), Path.of("Planted.java"));
    }

    private static List<String> strangers(String module, String sql, Path file) {
        Set<String> allowed = allowed(module);
        Set<String> modules = new TreeSet<>(SourceTree.modules());
        List<String> found = new ArrayList<>();
        Matcher name = NAME.matcher(COMMENT.matcher(sql).replaceAll(""));
        while (name.find()) {
            String schema = name.group(2).toLowerCase(java.util.Locale.ROOT);
            boolean tool = schema.equals("shared") && name.group(4) != null;
            boolean open = name.group(3).endsWith("_v") || name.group(1) != null || tool;
            String line = file.getFileName() + ": " + module + " names " + schema + "." + name.group(3);
            if (modules.contains(schema)
                    && !schema.equals(module)
                    && !(open && allowed.contains(schema))
                    && !found.contains(line)) {
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
