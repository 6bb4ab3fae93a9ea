package vn.toam.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;

/**
 * Brings a schema up to date: first the base, which is closed, then the folder of each module, {@code db/migration/<module>/V1__what.sql}, each
 * with a history of its own and after those of the modules that it may use. A new folder is found; nobody lists it.
 */
final class Migrations {

    /** What all installations began with; nothing is added to it. */
    static final String BASE = "base";

    /** Names of history tables begin so; that of the base is named so. */
    static final String HISTORY = "flyway_schema_history";

    private final String root;
    private final Function<String, List<String>> uses;

    /** The application's own. */
    Migrations() {
        this("db/migration", Migrations::declared);
    }

    /**
     * @param root folder of folders on the class path
     * @param uses the modules that a module may use
     */
    Migrations(String root, Function<String, List<String>> uses) {
        this.root = root;
        this.uses = uses;
    }

    /**
     * Applies what is missing.
     *
     * @return how many migrations stand now
     * @throws CannotStart when one fails, or when the database knows more than this program
     */
    int apply(Schema.Owner owner) {
        Map<String, Set<String>> standing = standing(owner);
        Map<String, Set<String>> files = files();
        int applied = 0;
        for (String folder : ordered(files.keySet())) {
            // where the versions are the same nothing is to be done: Flyway would take as long as to migrate
            Set<String> versions = files.getOrDefault(folder, Set.of());
            applied += versions.equals(standing.get(folder))
                    ? versions.size()
                    : apply(flyway(owner, folder, MigrationVersion.LATEST), folder);
        }
        return applied;
    }

    private static Map<String, Set<String>> standing(Schema.Owner owner) {
        Map<String, Set<String>> versions = new TreeMap<>();
        try (Connection connection = owner.open()) {
            new DumpTables(connection)
                    .migrations()
                    .forEach((folder, all) -> versions.put(
                            folder, all.stream().map(Dump.Migration::version).collect(Collectors.toSet())));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return versions;
    }

    /** Applies as much as {@code versions} says: the newest version by folder; what it does not name stays out. */
    void apply(Schema.Owner owner, Map<String, String> versions) {
        for (String folder : folders()) {
            String newest = versions.get(folder);
            if (newest != null) {
                apply(flyway(owner, folder, MigrationVersion.fromVersion(newest)), folder);
            }
        }
    }

    static String history(String folder) {
        return folder.equals(BASE) ? HISTORY : HISTORY + "_" + folder;
    }

    private static int apply(Flyway flyway, String folder) {
        try {
            flyway.migrate();
            return flyway.info().applied().length;
        } catch (FlywayValidateException other) {
            throw CannotStart.otherMigrations(folder, other);
        } catch (FlywayMigrateException failed) {
            throw CannotStart.failedMigration(folder, failed);
        }
    }

    private Flyway flyway(Schema.Owner owner, String folder, MigrationVersion newest) {
        var settings = Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:" + root + "/" + folder)
                .table(history(folder))
                .target(newest)
                // a migration that only a newer program knows is no matter to pass over
                .ignoreMigrationPatterns(new String[0])
                .createSchemas(false)
                .defaultSchema("public");
        // the base was numbered by module: later releases added to any of them
        return folder.equals(BASE)
                ? settings.outOfOrder(true).load()
                : settings.baselineOnMigrate(true).baselineVersion("0").load();
    }

    /** The base, then every module that has a folder, in order. */
    List<String> folders() {
        return ordered(files().keySet());
    }

    /** The versions that this program has, by folder. */
    private Map<String, Set<String>> files() {
        Map<String, Set<String>> found = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "/*/V*.sql")) {
                String[] path = file.getURL().getPath().split("/");
                found.computeIfAbsent(path[path.length - 2], folder -> new TreeSet<>())
                        .add(path[path.length - 1].replaceFirst("^V(.*?)__.*", "$1"));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    private List<String> ordered(Set<String> found) {
        Set<String> ordered = new LinkedHashSet<>(List.of(BASE));
        Set<String> seen = new LinkedHashSet<>();
        found.stream().filter(folder -> !folder.equals(BASE)).forEach(folder -> add(folder, seen, ordered));
        ordered.retainAll(found);
        return new ArrayList<>(ordered);
    }

    private void add(String module, Set<String> seen, Set<String> ordered) {
        if (seen.add(module)) {
            uses.apply(module).forEach(below -> add(below, seen, ordered));
            ordered.add(module);
        }
    }

    /** What the package of a module declares; its class is read by name, nothing is searched. */
    static List<String> declared(String module) {
        try {
            ApplicationModule declaration =
                    Class.forName("vn.toam." + module + ".package-info").getAnnotation(ApplicationModule.class);
            return declaration == null
                    ? List.of()
                    : java.util.Arrays.stream(declaration.allowedDependencies())
                            .map(name -> name.replaceFirst("\\s*::.*", ""))
                            .filter(name -> !name.equals(ApplicationModule.OPEN_TOKEN))
                            .sorted()
                            .toList();
        } catch (ClassNotFoundException none) {
            throw new IllegalStateException("db/migration/" + module + ": no module of that name", none);
        }
    }
}
