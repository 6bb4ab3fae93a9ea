package vn.toam.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The line to the database, which a test may freeze: nothing passes, nothing is refused, as when a disk hangs. */
final class Line {

    private final ServerSocket entrance;
    private final int target;
    private boolean frozen;

    Line(int target) {
        this.target = target;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    synchronized void freeze(boolean wanted) {
        frozen = wanted;
        notifyAll();
    }

    private synchronized void pass() throws InterruptedException {
        while (frozen) {
            wait();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> copy(caller, server));
                Thread.ofVirtual().start(() -> copy(server, caller));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                pass();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException | InterruptedException ended) {
            // either side hung up
        }
    }
}
