package vn.toam.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.shared.ToamTest;

class SignInTest extends ToamTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void everythingButTheGateIsClosed() {
        assertThat(mvc.get().uri("/accounts/me?x=1")).hasRedirectedUrl("/sign-in?to=%2Faccounts%2Fme%3Fx%3D1");
        assertThat(mvc.get().uri("/anything")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/health")).hasStatusOk().hasBodyTextEqualTo("ok");
        assertThat(mvc.get().uri("/sign-in")).hasStatusOk().bodyText().contains("Đăng nhập");
    }

    @Test
    void oneClickSignsADemoAccountIn() {
        assertThat(mvc.post()
                        .uri("/sign-in/demo")
                        .param("username", "planner.hp")
                        .with(csrf()))
                .hasRedirectedUrl("/overview");
        assertThat(mvc.post().uri("/sign-in/demo").param("username", "nobody").with(csrf()))
                .hasRedirectedUrl("/sign-in");
    }
}
