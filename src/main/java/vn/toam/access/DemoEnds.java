package vn.toam.access;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.shared.Settings;

/** In a real installation no demonstration account signs in, holds a session or a key, wherever it came from. */
@Component
class DemoEnds implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemoEnds.class);

    private final AccountRepository accounts;
    private final SignOut signOut;
    private final Settings settings;

    DemoEnds(AccountRepository accounts, SignOut signOut, Settings settings) {
        this.accounts = accounts;
        this.signOut = signOut;
        this.settings = settings;
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        if (!settings.demo()) {
            List<UUID> ended = accounts.endDemo();
            if (!ended.isEmpty()) {
                ended.forEach(account -> signOut.end(account, ""));
                LOG.warn(
                        "{} demonstration accounts found in this real installation: closed, sessions and keys ended",
                        ended.size());
            }
        }
    }
}
