package vn.toam.access;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import vn.toam.shared.Me;
import vn.toam.shared.Permission;
import vn.toam.shared.Subject;
import vn.toam.shared.SubjectRule;
import vn.toam.shared.TestDatabase;

/** A kind of subject that tests make up: each case is given to some accounts by name, and who is let at it is written down. */
@Component
class MadeUpCases implements SubjectRule {

    /** @param sealed its reading cannot be written down */
    record Case(UUID id, int unit, boolean sealed) implements Subject {}

    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private final JdbcClient jdbc;

    MadeUpCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The table of readings, made by the owner as a migration would. */
    static void table() {
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(TestDatabase.ownerUrl()));
        owner.sql("create table if not exists public.made_up_reading (id uuid not null, account uuid not null)")
                .update();
        owner.sql("grant select, insert on public.made_up_reading to toam_app").update();
    }

    /** As another connection sees them. */
    static int seenByOthers(Case one) {
        return JdbcClient.create(new DriverManagerDataSource(TestDatabase.ownerUrl()))
                .sql("select count(*) from public.made_up_reading where id = ?")
                .param(one.id())
                .query(Integer.class)
                .single();
    }

    void give(Case one, UUID account) {
        given.add(one.id() + " " + account);
    }

    int readings(Case one) {
        return jdbc.sql("select count(*) from public.made_up_reading where id = ?")
                .param(one.id())
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean permits(Me me, Permission permission, Subject subject) {
        return !(subject instanceof Case one) || given.contains(one.id() + " " + me.account());
    }

    @Override
    public boolean logs(Subject subject) {
        return subject instanceof Case;
    }

    @Override
    public void log(Me me, Permission permission, Subject subject) {
        if (subject instanceof Case one) {
            if (one.sealed()) {
                throw new IllegalStateException("the book of readings is closed");
            }
            jdbc.sql("insert into public.made_up_reading (id, account) values (?, ?)")
                    .params(one.id(), me.account())
                    .update();
        }
    }
}
