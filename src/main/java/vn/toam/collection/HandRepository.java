package vn.toam.collection;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Through whose hands returns went, and which units have one pair of hands alone. */
@Repository
class HandRepository {

    private final JdbcClient jdbc;

    HandRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(int province, Collection<UUID> submissions, UUID account) {
        jdbc.sql("insert into collection.hand select ?, id, ? from unnest(?::uuid[]) id on conflict do nothing")
                .params(province, account, submissions.toArray(UUID[]::new))
                .update();
    }

    /** Those of the returns that went through the account's hands. */
    Set<UUID> of(int province, Collection<UUID> submissions, UUID account) {
        return new HashSet<>(jdbc.sql(
                        "select submission from collection.hand where province = ? and account = ? and submission = any(?)")
                .params(province, account, submissions.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    boolean alone(int unit) {
        return jdbc.sql("select exists (select 1 from collection.route where unit = ? and alone)")
                .param(unit)
                .query(Boolean.class)
                .single();
    }

    void alone(int unit, boolean alone) {
        jdbc.sql("""
                insert into collection.route (unit, checks, approves, alone) values (?, false, false, ?)
                on conflict (unit) do update set alone = excluded.alone
                """).params(unit, alone).update();
    }
}
