package vn.toam.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.toam.database.LargeTables;

/** What a statement that names a large table may not do, so that the same code serves one PostgreSQL and tables that lie on several servers. */
final class LargeTableRules {

    private static final String LARGE = LargeTables.large().stream()
            .map(name -> Pattern.quote(name) + "(?:_v)?")
            .collect(Collectors.joining("|", "(?:", ")(?!\\w)"));

    private static final Pattern NAMED = Pattern.compile(LARGE);
    private static final Pattern READ = Pattern.compile("\\b(?:from|join|using|update) (?:only )?" + LARGE);
    private static final Pattern BOUND = Pattern.compile("\\bprovince = (?::\\w+|\\?|\\w+\\.province)");
    private static final Pattern GIVEN = Pattern.compile("\\bprovince = (?::\\w+|\\?)");
    private static final Pattern INSERT = Pattern.compile("\\binsert into " + LARGE);
    private static final Pattern SOURCE =
            Pattern.compile("\\b(?:from|join) (?!lateral|unnest|\\(values|\\(select)([\\w.]+)");
    private static final Pattern UNNESTED = Pattern.compile("unnest\\([^)]*\\) (\\w+)\\s?\\(([^)]*)\\)");
    private static final Pattern ALIAS = Pattern.compile("\\b(?:from|join) [\\w.]+ (?:as )?(\\w+)");

    private LargeTableRules() {}

    /** True when it names a large table and reads more than the parts of one province. */
    static boolean country(String sql) {
        long read = READ.matcher(sql).results().count();
        return read > 0
                && !(GIVEN.matcher(sql).find() && BOUND.matcher(sql).results().count() >= read);
    }

    /** What is wrong with it, each with the number of its rule (decision 23). @param listed it may read the country */
    static List<String> faults(SqlTexts.Statement statement, Set<String> listed) {
        String sql = statement.sql();
        List<String> faults = new ArrayList<>();
        if (sql.matches("(?is)(analyze|vacuum)\\b.*\\w\\.\\w.*") && !statement.never()) {
            faults.add("8 analyzes in a transaction");
        }
        if (NAMED.matcher(sql).find()) {
            changes(sql, faults);
            if (sql.contains(":province = 0")) {
                faults.add("4 says the province with an or");
            }
            if (country(sql)) {
                if (!listed.contains(statement.where())) {
                    faults.add("4 names no province");
                }
                reads(sql, faults);
            }
            casts(sql, faults);
        }
        return faults.stream()
                .map(fault -> statement.where() + ": " + fault + ": " + sql)
                .toList();
    }

    private static void changes(String sql, List<String> faults) {
        if (sql.matches(".*\\bupdate " + LARGE + ".*\\bset (?:[^()]*, )?province =.*")) {
            faults.add("3 moves a row to another province");
        }
        if (sql.matches(".*\\bas (?:not )?(?:materialized )?\\( ?(insert|update|delete)\\b.*")) {
            faults.add("5 changes rows within a with");
        }
        Matcher insert = INSERT.matcher(sql);
        if (insert.find()) {
            String rest = sql.substring(insert.end());
            Matcher source = SOURCE.matcher(rest);
            while (source.find()) {
                if (!NAMED.matcher(source.group(1)).matches()) {
                    faults.add("6 inserts from " + source.group(1));
                }
            }
            if (country(sql)) {
                faults.add("6 inserts from several provinces");
            }
        }
    }

    private static void reads(String sql, List<String> faults) {
        if (sql.contains("for update")) {
            faults.add("5 locks rows of several provinces");
        }
        if (sql.contains("with recursive")) {
            faults.add("5 is recursive");
        }
        for (int at = sql.indexOf("(select"); at >= 0; at = sql.indexOf("(select", at + 1)) {
            String inner = inside(sql, at);
            Set<String> own =
                    ALIAS.matcher(inner).results().map(alias -> alias.group(1)).collect(Collectors.toSet());
            boolean outer = Pattern.compile("\\b([a-z]\\w*)\\.(?!\\w+ )?\\w+")
                    .matcher(inner.replaceAll(LARGE + "|\\b\\w+\\.\\w+ (?=\\w+ )", ""))
                    .results()
                    .anyMatch(name -> name.group(1).length() < 3 && !own.contains(name.group(1)));
            if (NAMED.matcher(inner).find() && outer && !inner.matches(".*province = \\w+\\.province.*")) {
                faults.add("5 asks a large table for each row");
            }
        }
    }

    private static void casts(String sql, List<String> faults) {
        Matcher unnested = UNNESTED.matcher(sql);
        while (unnested.find()) {
            for (String column : unnested.group(2).split(",\\s*")) {
                if (Pattern.compile("(?<!:)\\b" + Pattern.quote(column.strip()) + "::(?!text\\b)")
                        .matcher(sql)
                        .find()) {
                    faults.add("7 casts " + column.strip());
                }
            }
        }
    }

    private static String inside(String sql, int open) {
        int depth = 0;
        for (int i = open; i < sql.length(); i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return sql.substring(open + 1, i);
            }
        }
        return sql.substring(open + 1);
    }
}
