package vn.toam.plan;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.SearchWords;

/** Finds what stands in plans in force. */
@Repository
class PlanSearchRepository {

    private final JdbcClient db;

    PlanSearchRepository(JdbcClient db) {
        this.db = db;
    }

    /** Accepted tasks whose words hold every word, of the newest plans first. */
    List<PlanSearch.Found> tasks(SearchWords words, int limit) {
        return found("""
                select p.id as plan, e.id, coalesce(e.data #>> '{text,vi}', '') as title, concat_ws(' · ', d.number, p.name_vi) as note
                from plan.element e join plan.plan p on p.id = e.plan join document.document_v d on d.id = p.document
                where e.kind = 'TASK' and e.state = 'ACCEPTED' and p.status in ('ISSUED', 'ENDED')
                  and e.search like :sharpest and public.holds(e.search, :words, :patterns)
                order by p.period_to desc, d.issued_on desc nulls last, e.plan, e.position limit :limit""", words, limit);
    }

    /** Papers that plans in force rest on, with the plan where they are cited. */
    List<PlanSearch.Found> papers(SearchWords words, int limit) {
        return found("""
                select min(p.id::text)::uuid as plan, b.id, concat_ws(' ', b.number, b.title) as title,
                       concat_ws(', ', b.issuer, to_char(b.issued_on, 'DD/MM/YYYY')) as note
                from document.document_v b join document.basis_v l on l.to_document = b.id
                join plan.plan p on p.document = l.from_document and p.status in ('ISSUED', 'ENDED')
                where b.search like :sharpest and public.holds(b.search, :words, :patterns)
                group by b.id, b.number, b.title, b.issuer, b.issued_on
                order by b.issued_on desc nulls last, b.number limit :limit""", words, limit);
    }

    private List<PlanSearch.Found> found(String sql, SearchWords words, int limit) {
        return db.sql(sql)
                .param("sharpest", words.sharpest())
                .params(words.parameters())
                .param("limit", limit)
                .query((row, i) -> new PlanSearch.Found(
                        row.getObject("plan", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("note")))
                .list();
    }
}
