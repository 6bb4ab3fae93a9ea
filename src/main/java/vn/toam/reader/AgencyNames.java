package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Finds the names of agencies in a list, where commas and "và" stand between names and inside them. */
final class AgencyNames {
    /** A name in the view; {@code collective} for "các sở, ban, ngành". */
    record Name(int start, int end, boolean collective) {}

    /** The names of a list and where the list ended. */
    record Names(List<Name> names, int end) {}

    private static final int LONGEST = 170;
    private static final Rx GOVERNMENT_BEFORE =
            Rx.of("(?:nhân dân|ubnd|hội|hđnd|tịch|trưởng|đốc|đoàn|trường|ủy|an|quốc) $");
    private static final String HARD_STOPS = ".;:()\"\n[]";

    private final Rx head;
    private final Rx collective;
    private final Rx collectiveNoun;
    private final Rx unit;
    private final Rx verb;
    private final Rx separator;
    private final Rx related;
    private final Rx people;
    private final Rx leaders;

    AgencyNames(Lexicon lexicon) {
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
    Names list(View view, int start, int limit) {
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
            int close = view.text().indexOf(')', q);
            if (close > 0 && close < limit) {
                return close + 1;
            }
        }
        return p;
    }

    @org.jspecify.annotations.Nullable
    Name name(View view, int p, int limit) {
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
    boolean startsName(View view, int p, int limit) {
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
        while (p < stop) {
            char c = view.text().charAt(p);
            if (HARD_STOPS.indexOf(c) >= 0) {
                return p;
            }
            if (c == ',' || startsWord(view, p, " và ") || startsWord(view, p, " hoặc ")) {
                int next = c == ',' ? p + 2 : p + 1 + (startsWord(view, p, " và ") ? 3 : 5);
                if (!insideName(view, next, stop, government, c != ',')) {
                    return p;
                }
                p = next;
            } else if (c == ' ' && endsName(view, p + 1, stop)) {
                return p;
            } else {
                p++;
            }
        }
        return stop;
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
        if (government) {
            return !capital && unit.in(view, next, limit).lookingAt();
        }
        return capital
                && !startsName(view, next, limit)
                && !sentenceStart(view, next, limit)
                && (and || followedByAnd(view, next, limit));
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
        int and = view.low().indexOf(view.plain() ? " va " : " và ", next);
        int comma = view.text().indexOf(',', next);
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
        return verb.in(view, p, limit).lookingAt()
                || startsWord(view, p, "tổ chức") && !startsWord(view, p, "tổ chức thành viên");
    }
}
