package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toam.plan.PlanPermissions.PLAN_ISSUE;
import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.MadeUpCases.Case;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Permission;
import vn.toam.shared.Subject;
import vn.toam.shared.ToamTest;

/** What a module adds for its own kind of subject: it narrows, it never widens, and what it writes down is there before anything is shown. */
class SubjectRuleTest extends ToamTest {

    private static final int UNIT = 10216;
    private static final int SIBLING = 10213;

    @Autowired
    private Access access;

    @Autowired
    private MadeUpCases cases;

    @Autowired
    private TransactionTemplate transaction;

    private final As.Somebody reporter = Posts.at("REPORTER", UNIT);
    private final As.Somebody colleague = Posts.at("REVIEWER", UNIT);

    @BeforeAll
    static void table() {
        MadeUpCases.table();
    }

    @Test
    void aCaseIsOpenToThoseItIsGivenToAndToNobodyElseOfTheUnit() {
        Case one = given(UNIT, false, reporter);

        assertThat(allows(reporter, FIGURES_READ, one)).isTrue();
        assertThat(allows(colleague, FIGURES_READ, one)).isFalse();
        assertThatThrownBy(() -> colleague.run(() -> access.require(FIGURES_READ, one)))
                .isInstanceOf(NotAllowed.class);
        assertThat(allows(colleague, FIGURES_READ, Subject.of(UNIT)))
                .as("other subjects are left alone")
                .isTrue();
    }

    @Test
    void whatRoleAndPlaceRefuseNoRuleAllows() {
        Case elsewhere = given(SIBLING, false, reporter);
        Case one = given(UNIT, false, reporter);

        assertThat(allows(reporter, FIGURES_READ, elsewhere)).isFalse();
        assertThat(allows(reporter, PLAN_ISSUE, one)).isFalse();
        assertThat(access.allows(FIGURES_READ, one)).as("nobody signed in").isFalse();
    }

    @Test
    void readingIsWrittenDownAndStaysThoughTheRequestFails() {
        Case one = given(UNIT, false, reporter);

        reporter.run(() -> transaction.executeWithoutResult(status -> {
            access.require(FIGURES_READ, one);
            assertThat(MadeUpCases.seenByOthers(one))
                    .as("committed before the method goes on")
                    .isEqualTo(1);
            status.setRollbackOnly();
        }));

        assertThat(cases.readings(one)).isEqualTo(1);
    }

    @Test
    void whoOnlyAsksOrIsRefusedIsNotWrittenDown() {
        Case one = given(UNIT, false, reporter);

        allows(reporter, FIGURES_READ, one);
        allows(colleague, FIGURES_READ, one);
        assertThatThrownBy(() -> colleague.run(() -> access.require(FIGURES_READ, one)))
                .isInstanceOf(NotAllowed.class);

        assertThat(cases.readings(one)).isZero();
    }

    @Test
    void whatCannotBeWrittenDownIsNotShown() {
        Case sealed = given(UNIT, true, reporter);

        assertThatThrownBy(() -> reporter.run(() -> access.require(FIGURES_READ, sealed)))
                .hasMessageContaining("closed");
        assertThat(cases.readings(sealed)).isZero();
    }

    private Case given(int unit, boolean sealed, As.Somebody to) {
        Case one = new Case(UUID.randomUUID(), unit, sealed);
        cases.give(one, to.signedIn().account());
        return one;
    }

    private boolean allows(As.Somebody who, Permission permission, Subject subject) {
        return who.get(() -> access.allows(permission, subject));
    }
}
