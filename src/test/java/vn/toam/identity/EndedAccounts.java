package vn.toam.identity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Demo accounts in units that ended on 30/06/2025 ({@code identity/ended-accounts.yaml}): the real plans were drawn up and carried out there. */
@Component
class EndedAccounts implements SmartInitializingSingleton {

    private final DemoAccounts demo;
    private final TransactionTemplate transaction;

    EndedAccounts(DemoAccounts demo, TransactionTemplate transaction) {
        this.demo = demo;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(
                status -> demo.make(DemoAccounts.file("/identity/ended-accounts.yaml")));
    }
}
