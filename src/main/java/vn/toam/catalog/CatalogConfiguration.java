package vn.toam.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.toam.shared.Settings;

/**
 * Reads the definitions on the class path, which are the folders {@code catalog} and {@code programmes} of the repository, and the roles
 * that an installation adds for itself in {@code catalog/roles} of its data folder.
 */
@Configuration
class CatalogConfiguration {

    @Bean
    Catalog catalog(ObjectProvider<CatalogFirst.Reading> begun, ObjectProvider<OwnDefinitions> own, Settings settings) {
        return begun.getIfAvailable(() -> new CatalogFirst.Reading(settings.data()))
                .catalog()
                .with(new Late(own));
    }

    /** Asks the module that keeps own forms only once it is there. */
    private record Late(ObjectProvider<OwnDefinitions> own) implements OwnDefinitions {

        @Override
        public Optional<String> definition(String form, int version) {
            return own.stream().findFirst().flatMap(made -> made.definition(form, version));
        }

        @Override
        public List<Version> newest(Collection<Integer> units) {
            return own.stream().flatMap(made -> made.newest(units).stream()).toList();
        }
    }

    /** Every definition file with its content. */
    static Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            String pattern = "classpath*:" + kind.folder() + "*.yaml";
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                files.put(kind.folder() + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** The same and the roles of the installation's own. */
    static Map<String, String> files(Path data) throws IOException {
        Map<String, String> files = files();
        Path folder = data.resolve(Kind.ROLES.folder());
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> own = Files.newDirectoryStream(folder, "*.yaml")) {
                for (Path file : own) {
                    files.put(file.toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return files;
    }
}
