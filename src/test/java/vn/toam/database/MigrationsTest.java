package vn.toam.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.toam.shared.TestDatabase;

/** Each module has a folder and a history of its own, applied after those of the modules that it uses. */
class MigrationsTest {

    /** The last number of the base: what comes later belongs to a module. */
    private static final String CLOSED = "V1999";

    private static final Path SOURCES = Path.of("src/main/resources/db/migration");

    /** The attic stands on the porch, by way of a house without tables. */
    private static final Map<String, List<String>> USES =
            Map.of("attic", List.of("house"), "house", List.of("porch"), "porch", List.of());

    private final Schema.Owner owner = new Schema.Owner(
            TestDatabase.ownerUrl("m" + UUID.randomUUID().toString().replace("-", "")), null, null);

    @Test
    void aNewFolderIsAppliedAfterTheModulesThatItUses() throws SQLException {
        Migrations migrations = new Migrations("migrations/inorder", USES::get);

        assertThat(migrations.folders()).containsExactly("base", "porch", "attic");
        migrations.apply(owner);
        migrations.apply(owner);

        assertThat(ask("select n from attic.box order by n")).containsExactly("1", "2");
        assertThat(ask("select version from public.flyway_schema_history order by 1"))
                .containsExactly("0001", "0100");
        assertThat(ask("select version from public.flyway_schema_history_attic where type = 'SQL' order by 1"))
                .containsExactly("1", "2");
        assertThat(ask("select script from public.flyway_schema_history_porch where type = 'SQL'"))
                .containsExactly("V1__steps.sql");
    }

    @Test
    void asMuchIsAppliedAsIsAsked() throws SQLException {
        new Migrations("migrations/inorder", USES::get)
                .apply(owner, Map.of("base", "0100", "porch", "1", "attic", "1"));

        assertThat(ask("select n from attic.box")).containsExactly("1");
    }

    @Test
    void aFailedMigrationIsUndoneAndSaidInWords() throws SQLException {
        Migrations failing = new Migrations("migrations/failing", USES::get);

        assertThatThrownBy(() -> failing.apply(owner))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Không nâng được cơ sở dữ liệu (porch: ")
                .hasMessageContaining("V1__steps.sql")
                .hasMessageContaining("division by zero")
                .hasMessageContaining("The database could not be brought up to date (porch: ");

        assertThat(ask("select count(*) from pg_namespace where nspname = 'porch'"))
                .containsExactly("0");
        assertThat(ask("select n from public.ground")).containsExactly("1");
    }

    @Test
    void aDatabaseOfANewerProgramIsRefusedInWords() throws SQLException {
        Migrations migrations = new Migrations("migrations/inorder", USES::get);
        migrations.apply(owner);
        tell("insert into public.flyway_schema_history_porch "
                + "select 9, '2', 'rail', type, 'V2__rail.sql', 1, installed_by, installed_on, 1, true "
                + "from public.flyway_schema_history_porch where version = '1'");

        assertThatThrownBy(() -> migrations.apply(owner))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("đã được nâng bằng một bản Tổ Ấm khác (porch: ")
                .hasMessageContaining("another version of Tổ Ấm");
    }

    @Test
    void theBaseIsClosedAndEveryFolderIsAModule() throws Exception {
        assertThat(new Migrations().folders()).startsWith("base");
        assertThat(names(SOURCES)).noneMatch(name -> name.endsWith(".sql"));
        assertThat(names(SOURCES.resolve("base"))).allMatch(name -> name.compareTo(CLOSED) < 0);
        for (String folder : names(SOURCES)) {
            assertThat(folder.equals("base") || Files.exists(Path.of("src/main/java/vn/toam", folder)))
                    .as(folder)
                    .isTrue();
        }
    }

    @Test
    void aFolderThatIsNoModuleIsRefused() {
        assertThatThrownBy(() -> new Migrations("migrations/inorder", Migrations::declared).folders())
                .hasMessageContaining("no module of that name");
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void tell(String sql) throws SQLException {
        try (Connection connection = owner.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> ask(String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = owner.open();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
