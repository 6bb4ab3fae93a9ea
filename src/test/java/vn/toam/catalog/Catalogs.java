package vn.toam.catalog;

/** The catalog of this installation, for tests that need nothing else of the application. */
public final class Catalogs {

    private Catalogs() {}

    /** All of it. */
    public static Catalog standard() throws java.io.IOException {
        return CatalogReader.read(CatalogConfiguration.files());
    }

    /** The same with another file. */
    public static Catalog with(String file, String content) throws java.io.IOException {
        java.util.Map<String, String> files = CatalogConfiguration.files();
        files.put(file, content);
        return CatalogReader.read(files);
    }

    /** The same as another application on the same database has it. */
    public static Catalog with(OwnDefinitions own) throws java.io.IOException {
        return standard().with(own);
    }
}
