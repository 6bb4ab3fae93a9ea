package vn.toam.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names of agencies in a list, where commas and "và" stand between names and inside them. */
public final class AgencyNames {
    /** A name in the view; {@code collective} for "các sở, ban, ngành". */
    public record Name(int start, int end, boolean collective) {}

    /** The names of a list and where the list ended. */
    public record Names(List<Name> names, int end) {}

    private static final int LONGEST = 170;
    private static final Rx GOVERNMENT_BEFORE =
            Rx.of("(?:nhân dân|ubnd|hội|hđnd|tịch|trưởng|đốc|đoàn|trường|ủy|an|quốc|quản lý) $");
    private static final Rx SAME_NOUN = Rx.of("các (khu|dự án|công trình|cụm|trường|cảng|chợ) [^,;.]{2,40}? và (\\1) ");
    private static final Rx RELATED_BEFORE = Rx.of("(?:liên quan|hữu quan|thẩm quyền) $");
    private static final String HARD_STOPS = ".;:()\"\n[]";

    private static final Pattern PLACES = Pattern.compile(
            ":\\s?(\\p{Lu})[\\p{Ll}']\\p{L}*(?: \\p{Lu}[\\p{L}']*){0,3}(?:(?:, | và |; )\\p{Lu}[\\p{Ll}']\\p{L}*(?: \\p{Lu}[\\p{L}']*){0,3}){0,30}");
    private static final Rx SEVERAL =
            Rx.of("(?:các|xã|phường|thị trấn|đặc khu|huyện) ?(?:xã|phường|thị trấn|đặc khu|huyện)?$");
    private static final Rx LAST_UNIT = Rx.of(
            "(?<![\\p{L}])(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|cấp xã|cấp tỉnh|địa phương|trung ương)$");
    private static final Rx MORE_OF_UNIT = Rx.of(
            "(?:hội|ủy|đoàn|trực thuộc|thuộc|có|liên quan|khác|nơi|trên địa bàn|và|hoặc|các|cấp|quản lý|phụ trách|khu vực|giáp|lân cận|biên giới|miền|ven|trọng điểm|mới|cũ|này)(?![\\p{L}])");

    private static final Rx PORTFOLIO =
            Rx.of("(?:viện|trung tâm|trường|học viện|đại học|hội|liên hiệp|hiệp hội|cục|quỹ|nhà|bảo tàng)\\b");
    private static final Rx OFFICE =
            Rx.of("văn phòng (?:hđnd|hội đồng nhân dân|đoàn (?:đbqh|đại biểu quốc hội))(?:,? hđnd)?");
    private static final Rx ZONES = Rx.of("(?:các )?(?:khu|cụm) (?:công nghiệp|công nghệ|kinh tế|chế xuất)");

    private final Rx head;
    private final Rx collective;
    private final Rx collectiveNoun;
    private final Rx unit;
    private final Rx verb;
    private final Rx separator;
    private final Rx related;
    private final Rx people;
    private final Rx leaders;

    public AgencyNames(Lexicon lexicon) {
        head = lexicon.rx("{agencyHeads}\\b");
        collective = lexicon.rx("(?:{collectiveLeads} )+{collectiveHeads}\\b|{bareCollectives}");
        collectiveNoun = lexicon.rx("(?:các |những )?{collectiveHeads}\\b");
        unit = lexicon.rx("(?:các )?{unitWords}\\b");
        verb = lexicon.rx("{dutyVerbs}\\b");
        separator = Rx.of("\\s*(?:,? và |[,;] và |, cùng |[,;] | hoặc )\\s*");
        related = lexicon.rx("{related}\\b");
        leaders = Rx.of("(?:thủ trưởng|lãnh đạo|người đứng đầu|giám đốc|hiệu trưởng|trưởng) (?:các|những) ");
        people = Rx.of("ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|chủ tịch ubnd|chủ tịch ủy ban nhân dân");
    }

    /** The list of names that starts exactly at {@code start}; empty when no name starts there. */
    public Names list(View view, int start, int limit) {
        List<Name> names = new ArrayList<>();
        int p = start;
        int end = start;
        while (p < limit) {
            Name name = name(view, p, limit);
            if (name == null) {
                break;
            }
            names.add(name);
            end = skipBracket(view, name.end(), limit);
            Matcher m = separator.in(view, end, limit);
            if (!m.lookingAt()) {
                break;
            }
            p = m.end();
        }
        return new Names(names, end);
    }

    /** "(cơ quan thường trực …)" after a name is no part of it and does not end the list. */
    private static int skipBracket(View view, int p, int limit) {
        int q = p;
        while (q < limit && view.text().charAt(q) == ' ') {
            q++;
        }
        if (q < limit && view.text().charAt(q) == '(') {
            int close = view.text().indexOf(')', q, limit);
            if (close > 0) {
                return close + 1;
            }
        }
        return p;
    }

    @org.jspecify.annotations.Nullable
    public Name name(View view, int p, int limit) {
        Matcher m = collective.in(view, p, limit);
        boolean many = m.lookingAt();
        if (startsName(view, p, limit) && !(many && leaders.in(view, p, limit).lookingAt())) {
            return new Name(p, namedEnd(view, p, limit), false);
        }
        if (many && Character.isLetter(view.text().charAt(p))) {
            int end = collectiveEnd(view, p, m.end(), limit);
            return end > p ? new Name(p, end, true) : null;
        }
        return null;
    }

    /** A head word with a capital, or in a line that is all capitals. */
    public boolean startsName(View view, int p, int limit) {
        return p < limit
                && Character.isUpperCase(view.text().charAt(p))
                && head.in(view, p, limit).lookingAt()
                && !collectiveOnly(view, p, limit);
    }

    /** "Sở, ban, ngành …" at the start of a sentence is a collective although it has a capital. */
    private boolean collectiveOnly(View view, int p, int limit) {
        Matcher m = head.in(view, p, limit);
        if (!m.lookingAt() || m.end() >= limit) {
            return false;
        }
        int q = m.end();
        return view.text().startsWith(", ", q)
                && q + 2 < limit
                && Character.isLowerCase(view.text().charAt(q + 2))
                && collectiveNoun.in(view, q + 2, limit).lookingAt()
                && !people.in(view, p, limit).lookingAt();
    }

    private int namedEnd(View view, int start, int limit) {
        boolean government = people.in(view, start, limit).lookingAt();
        Matcher first = head.in(view, start, limit);
        int p = first.lookingAt() ? first.end() : start + 1;
        int stop = Math.min(limit, start + LONGEST);
        boolean joined = false;
        while (p < stop) {
            char c = view.text().charAt(p);
            if (c == ':' && government) {
                return places(view, p, stop);
            }
            if (HARD_STOPS.indexOf(c) >= 0) {
                return p;
            }
            if (c == ',' || startsWord(view, p, " và ") || startsWord(view, p, " hoặc ")) {
                int next = c == ',' ? p + 2 : p + 1 + (startsWord(view, p, " và ") ? 3 : 5);
                boolean second =
                        c == ',' && joined && !verb.in(view, next, stop).lookingAt();
                boolean inside = insideName(view, next, stop, government, c != ',' || second)
                        || c == ',' && (ofTheCentre(view, next) || portfolio(view, start, next, stop))
                        || c != ',' && ownAnd(view, start, p, next);
                if (!inside) {
                    return p;
                }
                joined |= c != ',';
                p = next;
            } else if (c == ' ' && (endsName(view, p + 1, stop) || afterUnit(view, start, p, stop))) {
                return p;
            } else {
                p++;
            }
        }
        return stop;
    }

    /** "tỉnh, thành phố trực thuộc Trung ương" is one level. */
    private static boolean ofTheCentre(View view, int next) {
        return startsWord(view, next, "thành phố trực thuộc trung ương");
    }

    /** "Văn phòng HĐND và UBND xã", "Báo và Đài Phát thanh …" and "Ban Quản lý Khu kinh tế và các khu công nghiệp" are one body each. */
    private boolean ownAnd(View view, int start, int p, int next) {
        return p == start + 3 && startsWord(view, start, "báo") && startsWord(view, next, "đài ")
                || OFFICE.in(view, start, p).matches() && people(view, next)
                || startsWord(view, start, "ban quản lý ")
                        && ZONES.in(view, next, next + 24).lookingAt();
    }

    private boolean people(View view, int next) {
        return people.in(view, next, next + 18).lookingAt();
    }

    /** "UBND các phường: Tân An, Hòa Bình": the places named behind the colon belong to the name. */
    private int places(View view, int colon, int limit) {
        Matcher m = view.text(PLACES, colon, limit);
        if (!m.lookingAt() || !SEVERAL.found(view, Math.max(0, colon - 14), colon)) {
            return colon;
        }
        boolean closed = m.end() >= limit || ",;.()\n".indexOf(view.text().charAt(m.end())) >= 0;
        boolean several = view.text().indexOf(", ", colon, m.end()) > 0;
        return closed || several && !verb.in(view, m.start(1), limit).lookingAt() ? m.end() : colon;
    }

    /** Behind "tỉnh", "xã" and the like a small word that says no more of the place begins the sentence's verb. */
    private boolean afterUnit(View view, int start, int p, int limit) {
        return p + 1 < limit
                && Character.isLowerCase(view.text().charAt(p + 1))
                && LAST_UNIT.found(view, Math.max(start, p - 12), p)
                && !unit.in(view, p + 1, limit).lookingAt()
                && !MORE_OF_UNIT.in(view, p + 1, limit).lookingAt();
    }

    private static boolean startsWord(View view, int p, String word) {
        return view.low().startsWith(view.plain() ? Vi.strip(word) : word, p);
    }

    /** Whether what follows a comma or "và" still belongs to the name. */
    private boolean insideName(View view, int next, int limit, boolean government, boolean and) {
        if (next >= limit) {
            return false;
        }
        boolean capital = Character.isUpperCase(view.text().charAt(next));
        if (and && !capital && sameNoun(view, next, limit)) {
            return true;
        }
        if (government) {
            return !capital && unit.in(view, next, limit).lookingAt();
        }
        return capital
                && !startsName(view, next, limit)
                && !sentenceStart(view, next, limit)
                && (and || followedByAnd(view, next, limit));
    }

    /** "Viện Văn hóa, Nghệ thuật, Thể thao và Du lịch": bodies other than departments have portfolios of several commas. */
    private boolean portfolio(View view, int start, int next, int limit) {
        if (!PORTFOLIO.in(view, start, limit).lookingAt()) {
            return false;
        }
        int p = next;
        for (int parts = 0; parts < 4 && capital(view, p, limit) && !startsName(view, p, limit); parts++) {
            if (followedByAnd(view, p, limit)) {
                return true;
            }
            int comma = view.text().indexOf(", ", p, Math.max(p, limit));
            if (comma < 0 || comma - p > 24 || sentenceStart(view, p, limit)) {
                return false;
            }
            p = comma + 2;
        }
        return false;
    }

    private static boolean capital(View view, int p, int limit) {
        return p < limit && Character.isUpperCase(view.text().charAt(p));
    }

    /** "Ban Quản lý các khu công nghệ cao và khu công nghiệp": the noun behind "các" comes again. */
    private static boolean sameNoun(View view, int next, int limit) {
        Matcher m = SAME_NOUN.in(view, Math.max(0, next - 60), Math.min(limit, next + 14));
        return m.find() && m.start(2) == next;
    }

    private boolean sentenceStart(View view, int next, int limit) {
        return verb.in(view, next, limit).lookingAt()
                && !view.upper(next, Math.min(limit, next + 12))
                && !titleWord(view, next, limit);
    }

    /** "Tuyên truyền" as part of a portfolio is followed by more of the name, as a verb by small words: names win before a comma. */
    private static boolean titleWord(View view, int next, int limit) {
        int stop = view.text().indexOf(' ', Math.min(limit, next + 2));
        return stop > 0 && stop < limit;
    }

    /** "Văn hóa, Thể thao và Du lịch": a comma inside a name is followed by "và" soon. */
    private static boolean followedByAnd(View view, int next, int limit) {
        int near = Math.min(view.low().length(), next + 50);
        int and = view.low().indexOf(view.plain() ? " va " : " và ", next, near);
        int comma = view.text().indexOf(',', next, near);
        return and > 0
                && and < limit
                && and - next < 40
                && (comma < 0 || and < comma)
                && and + 4 < limit
                && Character.isUpperCase(view.text().charAt(and + 4));
    }

    private boolean endsName(View view, int p, int limit) {
        if (p >= limit) {
            return true;
        }
        boolean small = Character.isLowerCase(view.text().charAt(p));
        return small
                && !startsWord(view, p, "cùng cấp")
                && (verb.in(view, p, limit).lookingAt()
                        || startsWord(view, p, "các ") && !startsWord(view, p, "các cấp") && !afterGovernment(view, p)
                        || startsWord(view, p, "và ")
                        || startsWord(view, p, "tổ chức ") && !startsWord(view, p, "tổ chức thành viên"));
    }

    private static boolean afterGovernment(View view, int p) {
        return GOVERNMENT_BEFORE.found(view, p - 17, p);
    }

    /** A collective runs over commas as long as small collective nouns follow. */
    private int collectiveEnd(View view, int start, int headEnd, int limit) {
        int p = headEnd;
        int segment = headEnd;
        int stop = Math.min(limit, start + LONGEST);
        while (p < stop) {
            char c = view.text().charAt(p);
            if (HARD_STOPS.indexOf(c) >= 0) {
                return p;
            }
            boolean and = startsWord(view, p, " và ");
            if (c == ',' || and) {
                int next = c == ',' ? p + 2 : p + 4;
                Matcher noun = next < stop ? collectiveNoun.in(view, next, stop) : null;
                boolean small = next < stop && Character.isLowerCase(view.text().charAt(next));
                if (noun == null
                        || !small
                        || !noun.lookingAt()
                        || verbAfterAnd(view, next, stop)
                        || and && (startsWord(view, next, "các ") || qualified(view, segment, p))) {
                    return p;
                }
                p = noun.end();
                segment = p;
            } else if (c == ' ' && collectiveStops(view, p + 1, stop)) {
                return p;
            } else {
                p++;
            }
        }
        return stop;
    }

    /** "các Tổ chuyên môn và bộ phận văn phòng": nouns with words of their own are two names. */
    private boolean qualified(View view, int from, int to) {
        View.Range r = view.trim(from, to, "");
        return r.end() > r.start()
                && !related.in(view, r.start(), r.end()).lookingAt()
                && Character.isLowerCase(view.text().charAt(r.start()));
    }

    private boolean verbAfterAnd(View view, int p, int limit) {
        return startsWord(view, p, "tổ chức ") && verb.in(view, p + 8, limit).lookingAt();
    }

    private boolean collectiveStops(View view, int p, int limit) {
        if (p >= limit || !Character.isLowerCase(view.text().charAt(p))) {
            return false;
        }
        if (related.in(view, p, limit).lookingAt() || startsWord(view, p, "có liên quan")) {
            return false;
        }
        if (RELATED_BEFORE.found(view, p - 14, p)) {
            return true;
        }
        return verb.in(view, p, limit).lookingAt()
                || startsWord(view, p, "tổ chức") && !startsWord(view, p, "tổ chức thành viên");
    }
}
