package vn.toam.access;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.shared.Settings;

/** Demo accounts in units that ended on 30/06/2025 ({@code access/ended-accounts.yaml}): the real plans were drawn up and carried out there. */
@Component
class EndedAccounts implements SmartInitializingSingleton {

    private final DemoAccounts demo;
    private final Settings settings;
    private final TransactionTemplate transaction;

    EndedAccounts(DemoAccounts demo, Settings settings, TransactionTemplate transaction) {
        this.demo = demo;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.demo()) {
            transaction.executeWithoutResult(status -> demo.make(DemoAccounts.file("/access/ended-accounts.yaml")));
        }
    }
}
