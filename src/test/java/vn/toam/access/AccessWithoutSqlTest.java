package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Permission;
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

    @Test
    void whatRolesAllowIsWorkedOutOnceHoweverOftenItIsAsked() {
        Set<Permission> first =
                Posts.at("REPORTER", COMMUNE).get(() -> access.me().permissions());
        Posts.at("REPORTER", COMMUNE)
                .run(() -> assertThat(
                                access.require(FORM_ENTER, Subject.of(COMMUNE)).permissions())
                        .isSameAs(first));
        assertThat(Posts.at("REPORTER", ELSEWHERE).get(() -> access.me().permissions()))
                .as("where it holds is asked each time, what it is not")
                .isSameAs(first);
        assertThatThrownBy(() -> first.add(ACCOUNT_MANAGE)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whoWasGivenAnotherRoleMayWhatBothAllow() {
        Somebody one = Posts.at("REPORTER", COMMUNE);
        SignedIn before = one.signedIn();
        List<Grant> grants = new ArrayList<>(before.grants());
        grants.add(new Grant("ADMIN", PROVINCE, before.agency()));
        Somebody both = new Somebody(new SignedIn(
                before.account(),
                before.post(),
                before.postEn(),
                before.unit(),
                before.agency(),
                before.mustChange(),
                grants));

        assertThat(one.get(() -> access.me().may(ACCOUNT_MANAGE))).isFalse();
        assertThat(both.get(() -> access.me().may(ACCOUNT_MANAGE))).isTrue();
        assertThat(both.get(() -> access.me().may(FORM_ENTER))).isTrue();
        assertThat(one.get(() -> access.me().may(ACCOUNT_MANAGE))).isFalse();
    }

    private static List<SentStatements.Sent> sent(SentStatements.Work work) {
        try {
            return SentStatements.of(work);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
