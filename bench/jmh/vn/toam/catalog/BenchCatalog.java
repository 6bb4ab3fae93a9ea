package vn.toam.catalog;

/** The definitions as shipped, for benchmarks of parts that need nothing else of the application. */
public final class BenchCatalog {

    private BenchCatalog() {}

    public static Catalog read() {
        return new CatalogFirst.Reading().catalog();
    }
}
