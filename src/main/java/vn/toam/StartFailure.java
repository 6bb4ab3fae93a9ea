package vn.toam;

import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.toam.catalog.BadDefinition;
import vn.toam.database.CannotStart;

/** Says in two sentences why the application cannot start, where its user can mend it; everything else keeps its stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailure implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> reason = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> reason(cause).stream())
                .findFirst();
        reason.ifPresent(words -> LoggerFactory.getLogger(StartFailure.class).error("\n✗ {}", words));
        return reason.isPresent();
    }

    private static Optional<String> reason(Throwable cause) {
        return switch (cause) {
            case CannotStart known -> Optional.ofNullable(known.getMessage());
            case BadDefinition wrong -> Optional.of("""
                    Một tệp định nghĩa viết sai: %1$s
                    A definition is not written as it must be: %2$s""".formatted(wrong.vietnamese(), wrong.getMessage()));
            case PortInUseException port -> Optional.of("""
                    Cổng %1$d đang được một chương trình khác dùng. Hãy tắt chương trình đó, hoặc chọn cổng khác: --port SỐ
                    Port %1$d is in use by another program. End that one, or choose another port: --port N""".formatted(port.getPort()));
            default -> Optional.empty();
        };
    }
}
