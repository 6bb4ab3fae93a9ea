package vn.toam.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toam.access.Passwords;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"con trâu đi trước", "bốn mùa hoa nở", "TrangKeoBuiTre8", "x7#kQp!2vLm9"})
    void aLongSentenceOrAnythingUncommonIsGood(String password) {
        assertThat(PasswordRules.fault(password, "planner.hp")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ngắn quá, signin.password.length",
        "mười một ký, signin.password.length",
        "matkhau@2024!, signin.password.common",
        "1234567890123, signin.password.common",
        "aaaaaaaaaaaaaa, signin.password.common",
        "Password12345, signin.password.common",
        "hệ thống vhxh.tanyen, signin.password.holdsName",
        "VHXH.TANYEN của tôi, signin.password.holdsName"
    })
    void aBadOneIsToldWhy(String password, String why) {
        assertThat(PasswordRules.fault(password, "vhxh.tanyen")).contains(why);
    }

    @Test
    void twelveToTwoHundredCharactersAreGoodAndOneFewerOrMoreIsNot() {
        assertThat(PasswordRules.fault("ab cd ef ghi", "x.y")).isEmpty();
        assertThat(PasswordRules.fault("ab cd ef gh", "x.y")).contains("signin.password.length");
        assertThat(PasswordRules.fault("ab cd ef g𝄞", "x.y"))
                .as("eleven characters")
                .isPresent();
        assertThat(PasswordRules.fault("ab cd ef " + "gh".repeat(95) + "i", "x.y"))
                .isEmpty();
        assertThat(PasswordRules.fault("ab cd ef " + "gh".repeat(96), "x.y")).contains("signin.password.length");
    }

    @Test
    void itHoldsFiveDifferentCharactersAtLeast() {
        assertThat(PasswordRules.fault("abcdabcdabcde", "x.y")).isEmpty();
        assertThat(PasswordRules.fault("abcdabcdabcd", "x.y")).contains("signin.password.common");
    }

    @Test
    void anEndlessOneIsRefusedBeforeItCostsTime() {
        assertThat(PasswordRules.fault("ab cd ef ".repeat(50), "x")).contains("signin.password.length");
    }

    @Test
    void oneTimePasswordsFollowTheRulesAndDiffer() {
        Passwords passwords = new Passwords();

        assertThat(PasswordRules.fault(passwords.oneTime(), "planner.hp")).isEmpty();
        assertThat(passwords.oneTime()).isNotEqualTo(passwords.oneTime()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
    }

    @Test
    void hashesMatchTheirPasswordAlone() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("bốn mùa hoa nở");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("bốn mùa hoa nở", hash)).isTrue();
        assertThat(passwords.matches("bốn mùa hoa tàn", hash)).isFalse();
        assertThat(passwords.matches("nobody's password", null)).isFalse();
    }
}
