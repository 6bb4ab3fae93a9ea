package vn.toam.shared;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation runs; set by {@code ./toam serve}.
 *
 * @param data folder of the installation: database, files, secrets
 * @param demo true: make-believe figures and demo accounts are offered; false: a real installation, neither exists. What a folder holds
 *     decides; asking for the other is refused
 * @param national true: fill an empty demonstration with ten make-believe years of the whole country, then end
 * @param registers fill a demonstration with ten make-believe years of registers of so many of a hundred communes, then end; 0: do not
 * @param country how many years of the whole country a demonstration shows, the last one that of today, loaded behind the first page; 0: only
 *     the places and years of its programmes, left open to try on
 * @param db JDBC address of a PostgreSQL of the user's own; null: the built-in one is used
 * @param dbOwner JDBC address of the same database for the owner of its tables, used for migrations alone; null: the application is owner
 */
@ConfigurationProperties("toam")
public record Settings(
        @DefaultValue("data") Path data,
        @DefaultValue("true") boolean demo,
        @DefaultValue("false") boolean national,
        @DefaultValue("0") int registers,
        @DefaultValue("4") int country,
        @Nullable String db,
        @Nullable String dbOwner) {

    /** It only fills its folder, then it ends. */
    public boolean filling() {
        return national || registers > 0;
    }
}
