package vn.toam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import vn.toam.definition.Programme;

/** Every definition of the product: written as its schema says, and sound together with all others. */
class DefinitionsTest {

    static Stream<Arguments> definitions() throws IOException {
        List<Arguments> all = new ArrayList<>();
        CatalogReader.documents(CatalogConfiguration.files()).forEach((file, documents) -> {
            for (JsonNode document : documents) {
                all.add(Arguments.of(file, document.get("id").stringValue(), document));
            }
        });
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("definitions")
    void isWrittenAsItsSchemaSays(String file, String id, JsonNode document) throws IOException {
        assertThat(schema(Kind.of(file).orElseThrow()).validate(document)).isEmpty();
    }

    @Test
    void allTogetherMakeASoundCatalog() throws IOException {
        Catalog catalog = CatalogReader.read(CatalogConfiguration.files());
        assertThat(catalog.programmes())
                .extracting(Programme::id)
                .containsExactlyInAnyOrder(
                        "hai-phong-100", "tan-yen-541", "dien-bien-99", "kon-tum-4002", "dien-bien-82");
        assertThat(catalog.roles()).hasSize(10);
    }

    @Test
    void filesStayShortEnoughToReadInOneSitting() throws IOException {
        assertThat(CatalogConfiguration.files())
                .allSatisfy(
                        (file, content) -> assertThat(content.lines()).as(file).hasSizeLessThanOrEqualTo(300));
    }

    private static Schema schema(Kind kind) throws IOException {
        String name = "catalog/schema/" + kind.name().toLowerCase(java.util.Locale.ROOT) + ".json";
        String text = new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }
}
