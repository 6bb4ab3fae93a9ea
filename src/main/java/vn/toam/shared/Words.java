package vn.toam.shared;

import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The words of every module: {@code messages/<module>.properties} (Vietnamese) and {@code messages/<module>_en.properties}. */
@Component
public class Words {

    private final ReloadableResourceBundleMessageSource source = new ReloadableResourceBundleMessageSource() {
        @Override
        protected MessageFormat createMessageFormat(String message, @Nullable Locale asked) {
            Locale locale = asked == null ? Locale.of("vi") : asked;
            MessageFormat format = new MessageFormat(message, locale);
            Format[] formats = format.getFormats();
            for (int i = 0; i < formats.length; i++) {
                if (formats[i] == null) {
                    format.setFormat(i, new Written(locale));
                }
            }
            return format;
        }
    };

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
     * The message in a language. Arguments fill {0}, {1} …; labels, numbers and dates among them are written out in that language. Where
     * one thing and several are said differently, {@code {0,choice,0#{0} days|1#1 day|1<{0} days}} chooses by the number.
     *
     * @throws org.springframework.context.NoSuchMessageException when no module has such a key: a defect that tests catch
     */
    public String get(Locale locale, String key, @Nullable Object... arguments) {
        Object[] given = new Object[arguments.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = Objects.requireNonNullElse(arguments[i], "–");
        }
        return source.getMessage(key, given, locale);
    }

    /** True when some module has a message with this key. */
    public boolean has(String key) {
        return source.getMessage(key, null, null, Locale.of("vi")) != null;
    }

    /** Writes an argument out in a language. */
    private static final class Written extends Format {

        private static final long serialVersionUID = 1;

        private final Locale locale;

        Written(Locale locale) {
            this.locale = locale;
        }

        @Override
        public StringBuffer format(Object value, StringBuffer to, FieldPosition position) {
            return to.append(
                    switch (value) {
                        case Text text -> text.in(locale);
                        case LocalDate date -> Numbers.date(date);
                        case Instant moment -> Numbers.moment(moment);
                        case Number number -> Numbers.number(number, locale);
                        default -> value.toString();
                    });
        }

        @Override
        public Object parseObject(String written, ParsePosition position) {
            throw new UnsupportedOperationException("messages are written, never read");
        }
    }

    /** The message in both languages: for what is said after a redirect. */
    public Text text(String key, @Nullable Object... arguments) {
        return new Text(get(Locale.of("vi"), key, arguments), get(Locale.ENGLISH, key, arguments));
    }

    /** The label of an enum constant in both languages. */
    public Text name(Enum<?> constant) {
        return text(keyOf(constant));
    }

    /** The key of an enum constant's label: {@code <module>.<Enum>.<CONSTANT>}, the module being its package. */
    static String keyOf(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String module = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return module + "." + type.getSimpleName() + "." + constant.name();
    }

    /** For libraries that ask for Spring's own interface (Bean Validation). */
    public MessageSource source() {
        return source;
    }
}
