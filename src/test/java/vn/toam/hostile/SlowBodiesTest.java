package vn.toam.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Senders that take their time: other people's pages come as ever, and the senders are cut off. */
class SlowBodiesTest extends HostileTest {

    private static final int SENDERS = 120;

    @Test
    void aHundredAndTwentySlowBodiesStopNobodysPage() throws Exception {
        Visitor visitor = new Visitor(port).demo("admin");
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SENDERS; i++) {
                slow.add(begin(visitor.session()));
            }
            for (int i = 0; i < 20; i++) {
                long began = System.nanoTime();
                assertThat(visitor.get("/accounts").statusCode()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
                for (Socket socket : slow) {
                    trickle(socket);
                }
            }
            assertThat(ended(slow.getFirst())).isTrue();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void redirectsFollowNoHostThatAClientSends() throws Exception {
        try (Socket socket = open()) {
            socket.getOutputStream()
                    .write(("GET /overview HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                                    + "X-Forwarded-Proto: https\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("Location: /sign-in").doesNotContain("evil.example");
        }
    }

    private Socket begin(String session) throws Exception {
        Socket socket = open();
        socket.getOutputStream()
                .write(("POST /accounts/me/email HTTP/1.1\r\nHost: localhost\r\nCookie: toam=" + session
                                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\na=")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void trickle(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (java.io.IOException cut) {
            // that is what the test is about
        }
    }

    /** True when the server hangs up or answers within half a minute, though the sender goes on. */
    private static boolean ended(Socket socket) throws Exception {
        socket.setSoTimeout(30_000);
        try (InputStream in = socket.getInputStream()) {
            Thread sender = Thread.ofVirtual().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    trickle(socket);
                    java.util.concurrent.locks.LockSupport.parkNanos(500_000_000);
                }
            });
            try {
                in.read();
                return true;
            } catch (java.net.SocketTimeoutException goesOn) {
                return false;
            } catch (java.io.IOException reset) {
                return true;
            } finally {
                sender.interrupt();
            }
        }
    }

    private Socket open() throws Exception {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }
}
