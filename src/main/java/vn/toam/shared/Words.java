package vn.toam.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The words of every module: {@code messages/<module>.properties} (Vietnamese) and {@code messages/<module>_en.properties}. */
@Component
public class Words {

    private final ReloadableResourceBundleMessageSource source = new ReloadableResourceBundleMessageSource();

    Words() throws java.io.IOException {
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.of("vi"));
        source.setAlwaysUseMessageFormat(true);
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        for (Resource file : files) {
            String name = String.valueOf(file.getFilename()).replace(".properties", "");
            if (!name.endsWith("_en")) {
                source.addBasenames("classpath:messages/" + name);
            }
        }
    }

    /**
     * The message in a language. Arguments fill {0}, {1} …; labels, numbers and dates among them are written out in that language.
     *
     * @throws org.springframework.context.NoSuchMessageException when no module has such a key: a defect that tests catch
     */
    public String get(Locale locale, String key, @Nullable Object... arguments) {
        Object[] written = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            written[i] = write(arguments[i], locale);
        }
        return source.getMessage(key, written, locale);
    }

    private static Object write(@Nullable Object value, Locale locale) {
        return switch (value) {
            case null -> "–";
            case Text text -> text.in(locale);
            case LocalDate date -> Numbers.date(date);
            case Instant moment -> Numbers.moment(moment);
            case Number number -> Numbers.number(number, locale);
            default -> value;
        };
    }

    /** The message in both languages: for what is said after a redirect. */
    public Text text(String key, @Nullable Object... arguments) {
        return new Text(get(Locale.of("vi"), key, arguments), get(Locale.ENGLISH, key, arguments));
    }

    /** For libraries that ask for Spring's own interface (Bean Validation). */
    MessageSource source() {
        return source;
    }
}
