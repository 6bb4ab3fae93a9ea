package vn.toam.catalog;

import java.io.IOException;

/** The definitions as shipped, for benchmarks of parts that need nothing else of the application. */
public final class BenchCatalog {

    private BenchCatalog() {}

    public static Catalog read() throws IOException {
        return new CatalogConfiguration().catalog();
    }
}
