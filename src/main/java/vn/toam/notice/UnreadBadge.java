package vn.toam.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.toam.shared.Page;

/** Gives every page the figure beside its bell; a request that makes no page counts nothing. */
@Configuration
class UnreadBadge implements WebMvcConfigurer, HandlerInterceptor {

    private final ObjectProvider<Notices> notices;

    UnreadBadge(ObjectProvider<Notices> notices) {
        this.notices = notices;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(
                Page.UNREAD, (IntSupplier) () -> notices.getObject().unread());
        return true;
    }
}
