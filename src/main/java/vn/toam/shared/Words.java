package vn.toam.shared;

import java.util.Locale;
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
     * The message in a language. Arguments fill {0}, {1} …; pass numbers and dates already written out (see {@link Page}).
     *
     * @throws org.springframework.context.NoSuchMessageException when no module has such a key: a defect that tests catch
     */
    public String get(Locale locale, String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }

    /** The message in both languages: for what is said after a redirect. */
    public Text text(String key, Object... arguments) {
        return new Text(get(Locale.of("vi"), key, arguments), get(Locale.ENGLISH, key, arguments));
    }

    /** For libraries that ask for Spring's own interface (Bean Validation). */
    MessageSource source() {
        return source;
    }
}
