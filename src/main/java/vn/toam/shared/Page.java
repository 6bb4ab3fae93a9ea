package vn.toam.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every screen: language, who is signed in, where we are, what happened just now. Every template takes it as its first
 * parameter and writes all its words, dates and figures through it.
 */
public final class Page {

    /** Attribute of a request: an {@link java.util.function.IntSupplier} that counts the reader's unread notices, asked when a page is made. */
    public static final String UNREAD = "unread";

    private final Speech speech;
    private final @Nullable Me me;
    private final List<Navigation> navigation;
    private final int unread;
    private final String path;
    private final String address;
    private final String csrf;
    private final @Nullable Text notice;
    private final boolean demo;
    private final @Nullable Integer loading;
    private final List<Text> announcements;
    private final List<Rejected.Problem> problems;
    private final LocalDate today;

    public Page(
            Speech speech,
            @Nullable Me me,
            List<Navigation> navigation,
            int unread,
            String path,
            String address,
            String csrf,
            @Nullable Text notice,
            boolean demo,
            @Nullable Integer loading,
            List<Text> announcements,
            List<Rejected.Problem> problems,
            LocalDate today) {
        this.speech = speech;
        this.me = me;
        this.navigation = navigation;
        this.unread = unread;
        this.path = path;
        this.address = address;
        this.csrf = csrf;
        this.notice = notice;
        this.demo = demo;
        this.loading = loading;
        this.announcements = announcements;
        this.problems = problems;
        this.today = today;
    }

    /** A message in the reader's language; {@code arguments} fill {0}, {1} …; numbers and dates among them are written out here. */
    public String t(String key, @Nullable Object... arguments) {
        return speech.t(key, arguments);
    }

    /** A label of the data in the reader's language. */
    public String text(Text text) {
        return speech.text(text);
    }

    /** The label of an enum constant: key {@code <module>.<Enum>.<CONSTANT>}, the module being its package. */
    public String name(Enum<?> constant) {
        return speech.name(constant);
    }

    /** The reader's language. */
    public Speech speech() {
        return speech;
    }

    public String number(@Nullable Number value) {
        return speech.number(value);
    }

    public String date(@Nullable LocalDate value) {
        return Numbers.date(value);
    }

    public String moment(@Nullable Instant value) {
        return Numbers.moment(value);
    }

    /** Today, by the installation's clock, in the country's time. */
    public LocalDate today() {
        return today;
    }

    public Locale locale() {
        return speech.locale();
    }

    /** {@code vi} or {@code en}: the lang attribute of the page. */
    public String language() {
        return locale().getLanguage();
    }

    /** This page in the other language, with everything that was asked for. */
    public String otherLanguagePath() {
        String kept = address.replaceAll("([?&])lang=[^&]*(&|$)", "$1").replaceAll("[?&]$", "");
        return kept + (kept.contains("?") ? "&" : "?") + "lang=" + otherLanguage();
    }

    /** The other language's code, for the switch at the top. */
    public String otherLanguage() {
        return "en".equals(locale().getLanguage()) ? "vi" : "en";
    }

    public @Nullable Me me() {
        return me;
    }

    /** Notices the reader has not seen: the figure beside the bell. */
    public int unread() {
        return unread;
    }

    /** True when the account holds {@code permission} somewhere: show the link. */
    public boolean may(Permission permission) {
        return me != null && me.may(permission);
    }

    public String path() {
        return path;
    }

    /** True for the entry of the navigation that this page lies under: the one with the longest matching path. */
    public boolean current(Navigation entry) {
        return navigation().stream()
                .filter(n -> path.equals(n.path()) || path.startsWith(n.path() + "/"))
                .max(java.util.Comparator.comparingInt(n -> n.path().length()))
                .filter(entry::equals)
                .isPresent();
    }

    /** Value of the hidden {@code _csrf} field that every form carries. */
    public String csrf() {
        return csrf;
    }

    /** What the last action did, said once after the redirect. */
    public @Nullable String notice() {
        return notice == null ? null : text(notice);
    }

    /** True in a demo installation: the page says that its figures are made up. */
    public boolean demo() {
        return demo;
    }

    /** Percent of a demonstration's figures that are there; null: all. */
    public @Nullable Integer loading() {
        return loading;
    }

    /** What everybody has to know for a while. */
    public List<Text> announcements() {
        return announcements;
    }

    /** What is wrong with what was typed; empty when nothing is. */
    public List<Rejected.Problem> problems() {
        return problems;
    }

    /** The sentence for one problem. */
    public String problem(Rejected.Problem problem) {
        return t(problem.key(), problem.arguments().toArray());
    }

    /** The sentence for what is wrong with {@code field}, or null. */
    public @Nullable String problemOf(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .findFirst()
                .map(this::problem)
                .orElse(null);
    }

    /** The entries of the main navigation that this account may open. */
    public List<Navigation> navigation() {
        Set<Permission> held = me == null ? Set.of() : me.permissions();
        return navigation.stream()
                .filter(entry -> entry.permissions().stream().anyMatch(held::contains))
                .toList();
    }
}
