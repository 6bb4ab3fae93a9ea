package vn.toam.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the definitions on the class path, which are the folders {@code catalog} and {@code programmes} of the repository. */
@Configuration
class CatalogConfiguration {

    @Bean
    Catalog catalog(ObjectProvider<CatalogFirst.Reading> begun, ObjectProvider<OwnDefinitions> own) {
        return begun.getIfAvailable(CatalogFirst.Reading::new)
                .catalog()
                .with((form, version) -> own.stream().findFirst().flatMap(made -> made.definition(form, version)));
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
}
