package vn.toam.signin;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.access.SignOut;

/** Deletes sessions and keys. */
@Repository
class SignOutRepository implements SignOut {

    private final JdbcClient jdbc;

    SignOutRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void end(UUID account, String but) {
        jdbc.sql("delete from signin.token where account = ?").param(account).update();
        jdbc.sql("delete from signin.reset where account = ?").param(account).update();
        jdbc.sql("delete from signin.session where principal_name = ? and session_id <> ?")
                .params(account.toString(), but)
                .update();
    }

    @Override
    public void endSessions(Collection<UUID> accounts) {
        jdbc.sql("delete from signin.session where principal_name = any(?)")
                .param(accounts.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }
}
