package vn.toam.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.Account;
import vn.toam.access.TestAccounts;
import vn.toam.shared.ToamTest;

/** Whom a key lets in, and how the list of sessions calls a device. */
@Transactional
class KeyHolderTest extends ToamTest {

    private static final String PASSWORD = "xuân hạ thu đông";

    @Autowired
    private ApiKeys keys;

    @Autowired
    private TestAccounts made;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aKeyOpensForItsAccountWhileThatIsActiveAndHasAPasswordOfItsOwn() {
        Account account = made.make(PASSWORD);
        String key = keys.makeFor(account.username(), PASSWORD, "203.0.113.21")
                .orElseThrow()
                .key();
        assertThat(keys.holder(key)).isPresent();
        assertThat(keys.holder(key + "x")).isEmpty();

        set(account, "must_change = true");
        assertThat(keys.holder(key)).isEmpty();
        set(account, "must_change = false, active = false");
        assertThat(keys.holder(key)).isEmpty();
        set(account, "active = true");
        assertThat(keys.holder(key)).isPresent();
    }

    private void set(Account account, String state) {
        jdbc.sql("update access.account set " + state + " where id = ?")
                .param(account.id())
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537 Edg/130,Edge · Windows",
        "Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120 Chrome/114,Cốc Cốc · Windows",
        "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile Safari/537,Chrome · Android",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Safari/604,Safari · iPhone",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X) Safari/605,Safari · macOS",
        "Mozilla/5.0 (X11; Linux x86_64) Firefox/132,Firefox · Linux"
    })
    void aSessionIsCalledByBrowserAndSystem(String agent, String name) {
        assertThat(Device.of(agent)).isEqualTo(name);
    }

    @Test
    void aDeviceThatDoesNotSayWhatItIsIsUnknown() {
        assertThat(Device.of("curl/8")).isEqualTo(Device.of(null) + " · " + Device.of(null));
    }
}
