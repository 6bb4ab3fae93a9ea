package vn.toam.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.toam.access.RoleAccess;
import vn.toam.access.SignedIn;

/** Whoever signed in with a password for one use chooses another before anything else. */
@Configuration
class PasswordFirst implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns("/static/**", "/error", "/sign-in", "/sign-out", OwnAccountController.PASSWORD);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        SignedIn signedIn = RoleAccess.signedIn();
        if (signedIn != null && signedIn.mustChange()) {
            response.sendRedirect(OwnAccountController.PASSWORD);
            return false;
        }
        return true;
    }
}
