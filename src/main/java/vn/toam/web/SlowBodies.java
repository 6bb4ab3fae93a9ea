package vn.toam.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Nobody holds a thread by sending slowly: a body has ten seconds and then must keep to a rate that any line in use reaches; and bodies
 * never take more than {@link #AT_ONCE} threads, so that pages always find one.
 */
final class SlowBodies extends ValveBase {

    static final int AT_ONCE = 100;
    private static final long GRACE = 10_000_000_000L;
    private static final long BYTES_A_SECOND = 4_096;

    private final Semaphore readers = new Semaphore(AT_ONCE);

    SlowBodies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (!body) {
            getNext().invoke(request, response);
            return;
        }
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        InputBuffer direct = raw.getInputBuffer();
        try (Paced paced = new Paced(direct, request.getContentLengthLong())) {
            raw.setInputBuffer(paced);
            getNext().invoke(request, response);
        } finally {
            raw.setInputBuffer(direct);
        }
    }

    /** Reads on while the sender keeps to the rate; holds its place among the readers from the first byte wanted to the last. */
    private final class Paced implements InputBuffer, AutoCloseable {

        private final InputBuffer direct;
        private final long announced;
        private long started;
        private long read;
        private boolean reading;

        Paced(InputBuffer direct, long announced) {
            this.direct = direct;
            this.announced = announced;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (started == 0) {
                started = System.nanoTime();
                reading = readers.tryAcquire();
                if (!reading) {
                    throw new IOException("too many bodies at once");
                }
            }
            long allowed = GRACE + read * 1_000_000_000L / BYTES_A_SECOND;
            if (System.nanoTime() - started > allowed) {
                throw new IOException("body sent too slowly");
            }
            int count = direct.doRead(handler);
            read += Math.max(0, count);
            if (count < 0 || announced > 0 && read >= announced) {
                close();
            }
            return count;
        }

        @Override
        public int available() {
            return direct.available();
        }

        @Override
        public void close() {
            if (reading) {
                reading = false;
                readers.release();
            }
        }
    }
}
