package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;
import static vn.toam.collection.CollectionPermissions.FORM_ENTER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.SentStatements;
import vn.toam.shared.Subject;
import vn.toam.shared.ToamTest;

/** Whether somebody may do something at a unit is asked many times a page: it costs no statement, whatever the answer. */
class AccessWithoutSqlTest extends ToamTest {

    /** The commune of today Tân Yên, the former district and the former province that it lay in, and the province of today. */
    private static final int COMMUNE = 107339;

    private static final int DISTRICT = 10216;
    private static final int PROVINCE = 1024;
    private static final int ELSEWHERE = 1031;

    @Autowired
    private Access access;

    @Test
    void askingForAUnitSendsNothing() {
        Posts.at("ADMIN", PROVINCE).run(() -> {
            assertThat(sent(() -> access.require(ACCOUNT_MANAGE, Subject.of(COMMUNE))))
                    .isEmpty();
            assertThat(sent(() -> access.require(ACCOUNT_MANAGE, Subject.of(DISTRICT))))
                    .isEmpty();
            assertThat(sent(() -> assertThatThrownBy(() -> access.require(ACCOUNT_MANAGE, Subject.of(ELSEWHERE)))
                            .isInstanceOf(NotAllowed.class)))
                    .isEmpty();
        });
        Posts.at("REPORTER", COMMUNE).run(() -> {
            assertThat(sent(() -> access.require(FORM_ENTER, Subject.of(COMMUNE))))
                    .isEmpty();
            assertThat(sent(() -> access.allows(FORM_ENTER, Subject.of(DISTRICT))))
                    .isEmpty();
        });
    }

    private static List<SentStatements.Sent> sent(SentStatements.Work work) {
        try {
            return SentStatements.of(work);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
