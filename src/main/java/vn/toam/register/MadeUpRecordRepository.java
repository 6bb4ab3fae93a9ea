package vn.toam.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.register.MadeUpRecords.Template;

/** Writes {@link MadeUpRecords} of all communes of a province, many at once. */
@Repository
class MadeUpRecordRepository {

    /** A commune that gets them. @param villages as many as {@link MadeUpRecords#VILLAGES} */
    record Commune(int unit, int agency, List<UUID> villages, String word) {

        String owner() {
            return "%012x".formatted(unit);
        }
    }

    /** Who made them and when. @param file what lies with those that a file proves */
    record Making(int province, int parent, UUID file, String author, Instant now) {}

    private final JdbcClient jdbc;

    MadeUpRecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Communes that have a record already. */
    Set<Integer> made(int province, Template template) {
        return Set.copyOf(jdbc.sql("select r.unit from register.record r where r.province = ? and r.id between ? and ?")
                .params(province, first(template), last(template))
                .query(Integer.class)
                .list());
    }

    private static UUID first(Template template) {
        return UUID.fromString(template.id() + "0".repeat(12));
    }

    private static UUID last(Template template) {
        return UUID.fromString(template.id() + "f".repeat(12));
    }

    /** All these records of all these communes: {@code templates} times {@code communes}. */
    void add(Making making, List<Template> templates, List<Commune> communes) {
        records(making, templates, communes);
        spans(making, templates, communes);
        links(making, templates, communes);
        files(making, templates, communes);
        versions(making, templates, communes);
    }

    private void records(Making making, List<Template> templates, List<Commune> communes) {
        JdbcClient.StatementSpec statement = jdbc.sql("""
                insert into register.record (province, id, register, register_version, unit, agency, village, state, on_day, data, name, search,
                    open_search, same, files, source, demo, made_at, changed_at, changed_by)
                select :province, (t.id || u.owner)::uuid, t.register, t.edition, u.unit, case when t.own then u.agency end, u.places[t.village],
                    t.state, t.on_day,
                    replace(replace(replace(replace(replace(replace(replace(replace(t.data, :village1, u.places[1]::text),
                        :village2, u.places[2]::text), :village3, u.places[3]::text), :village4, u.places[4]::text), :agency, u.agency::text),
                        :unit, u.unit::text), :owner, u.owner), :word, u.word)::jsonb,
                    replace(t.called, :word, u.word), replace(t.words, :folded, u.folded), replace(t.open_words, :folded, u.folded),
                    replace(replace(t.same, :owner, u.owner), :folded, u.folded), t.files, 'TYPED', true, :now, :now, :author
                from unnest(:ids::text[], :registers::text[], :editions::int[], :own::boolean[], :in::int[], :states::text[], :days::date[],
                    :data::text[], :names::text[], :search::text[], :open::text[], :same::text[], :files::int[])
                    t(id, register, edition, own, village, state, on_day, data, called, words, open_words, same, files)
                cross join (select c.unit, c.owner, c.agency, array[c.v1, c.v2, c.v3, c.v4] as places, c.word, c.folded
                    from unnest(:units::int[], :owners::text[], :agencies::int[], :v1::uuid[], :v2::uuid[], :v3::uuid[], :v4::uuid[],
                        :wordsOf::text[], :foldedOf::text[]) c(unit, owner, agency, v1, v2, v3, v4, word, folded)) u
                """);
        ofCommunes(ofTemplates(statement, making, templates), communes)
                .param("province", making.province())
                .param("agency", MadeUpRecords.AGENCY)
                .param("unit", MadeUpRecords.UNIT)
                .param("owner", MadeUpRecords.OWNER)
                .param("word", MadeUpRecords.WORD)
                .param("folded", vn.toam.shared.SearchWords.fold(MadeUpRecords.WORD))
                .param("author", making.author())
                .param("now", Timestamp.from(making.now()))
                .update();
    }

    private static JdbcClient.StatementSpec ofTemplates(
            JdbcClient.StatementSpec statement, Making making, List<Template> templates) {
        for (int at = 0; at < MadeUpRecords.VILLAGES.size(); at++) {
            statement.param("village" + (at + 1), MadeUpRecords.VILLAGES.get(at));
        }
        String parent = String.valueOf(making.parent());
        return statement
                .param("ids", strings(templates, Template::id))
                .param("registers", strings(templates, each -> each.register().id()))
                .param("editions", ints(templates, each -> each.register().version()))
                .param("own", templates.stream().map(Template::agency).toArray(Boolean[]::new))
                .param("in", ints(templates, Template::village))
                .param(
                        "states",
                        strings(templates, each -> each.spans().getLast().state()))
                .param("days", strings(templates, each -> each.day().toString()))
                .param("data", strings(templates, each -> each.data().replace(MadeUpRecords.PARENT, parent)))
                .param("names", strings(templates, Template::name))
                .param("search", strings(templates, Template::search))
                .param("open", strings(templates, Template::openSearch))
                .param("same", templates.stream().map(Template::same).toArray(String[]::new))
                .param("files", ints(templates, each -> each.file() ? 1 : 0));
    }

    private static JdbcClient.StatementSpec ofCommunes(JdbcClient.StatementSpec statement, List<Commune> communes) {
        for (int at = 0; at < MadeUpRecords.VILLAGES.size(); at++) {
            int village = at;
            statement.param(
                    "v" + (at + 1),
                    communes.stream().map(each -> each.villages().get(village)).toArray(UUID[]::new));
        }
        return statement
                .param("units", ints(communes, Commune::unit))
                .param("owners", strings(communes, Commune::owner))
                .param("agencies", ints(communes, Commune::agency))
                .param("wordsOf", strings(communes, Commune::word))
                .param("foldedOf", strings(communes, each -> vn.toam.shared.SearchWords.fold(each.word())));
    }

    private void spans(Making making, List<Template> templates, List<Commune> communes) {
        List<Object[]> spans = new ArrayList<>();
        templates.forEach(each -> {
            for (int no = 0; no < each.spans().size(); no++) {
                MadeUpRecords.Span span = each.spans().get(no);
                boolean last = no == each.spans().size() - 1;
                spans.add(new Object[] {
                    each.id(),
                    no + 1,
                    each.register().id(),
                    span.state(),
                    span.first().toString(),
                    last ? null : each.spans().get(no + 1).first().toString()
                });
            }
        });
        jdbc.sql("""
                insert into register.span (province, record, no, register, state, first, until)
                select :province, (s.id || u.owner)::uuid, s.no, s.register, s.state, s.first, s.until
                from unnest(:ids::text[], :nos::int[], :registers::text[], :states::text[], :firsts::date[], :untils::date[])
                    s(id, no, register, state, first, until) cross join unnest(:owners::text[]) u(owner)
                """)
                .param("province", making.province())
                .param("ids", column(spans, 0, String[]::new))
                .param("nos", column(spans, 1, Integer[]::new))
                .param("registers", column(spans, 2, String[]::new))
                .param("states", column(spans, 3, String[]::new))
                .param("firsts", column(spans, 4, String[]::new))
                .param("untils", column(spans, 5, String[]::new))
                .param("owners", strings(communes, Commune::owner))
                .update();
    }

    private void links(Making making, List<Template> templates, List<Commune> communes) {
        List<Object[]> links = new ArrayList<>();
        templates.forEach(each ->
                each.links().forEach(link -> links.add(new Object[] {each.id(), link.field(), link.target()})));
        jdbc.sql("""
                insert into register.link (province, record, field, target)
                select :province, (l.id || u.owner)::uuid, l.field, (l.target || u.owner)::uuid
                from unnest(:ids::text[], :fields::text[], :targets::text[]) l(id, field, target) cross join unnest(:owners::text[]) u(owner)
                """)
                .param("province", making.province())
                .param("ids", column(links, 0, String[]::new))
                .param("fields", column(links, 1, String[]::new))
                .param("targets", column(links, 2, String[]::new))
                .param("owners", strings(communes, Commune::owner))
                .update();
    }

    private void files(Making making, List<Template> templates, List<Commune> communes) {
        jdbc.sql("""
                insert into register.file (province, record, attachment, at, account_name)
                select :province, (f.id || u.owner)::uuid, :file, :now, :author
                from unnest(:ids::text[]) f(id) cross join unnest(:owners::text[]) u(owner)
                """)
                .param("province", making.province())
                .param("file", making.file())
                .param("now", Timestamp.from(making.now()))
                .param("author", making.author())
                .param("ids", strings(templates.stream().filter(Template::file).toList(), Template::id))
                .param("owners", strings(communes, Commune::owner))
                .update();
    }

    /** Each has one version: it was made as it stands. Ids of templates follow one another. */
    private void versions(Making making, List<Template> templates, List<Commune> communes) {
        jdbc.sql("""
                insert into register.change (province, record, no, at, account, account_name, what, state, data)
                select r.province, r.id, 1, r.made_at, :account, r.changed_by, 'MADE', r.state, r.data from register.record r
                where r.province = :province and r.id between :first and :last and r.unit = any(:units)
                """)
                .param("province", making.province())
                .param("account", new UUID(0, 0))
                .param("first", first(templates.getFirst()))
                .param("last", last(templates.getLast()))
                .param("units", ints(communes, Commune::unit))
                .update();
    }

    /** The planner should know at once how much there is. */
    @Transactional(propagation = Propagation.NEVER)
    void analyze() {
        jdbc.sql("analyze register.record, register.span, register.link").update();
    }

    private static <T> String[] strings(List<T> all, Function<T, String> of) {
        return all.stream().map(of).toArray(String[]::new);
    }

    private static <T> Integer[] ints(List<T> all, Function<T, Integer> of) {
        return all.stream().map(of).toArray(Integer[]::new);
    }

    private static <T> T[] column(List<Object[]> rows, int column, java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(row -> row[column]).toArray(array);
    }
}
