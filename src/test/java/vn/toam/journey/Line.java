package vn.toam.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between a browser and the application, which can be cut for real: nobody listens any more, and open connections break. */
final class Line implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;

    Line(int to) throws IOException {
        this.to = to;
        listening = listen(0);
    }

    int port() {
        return listening.getLocalPort();
    }

    void cut() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    void mend() throws IOException {
        listening = listen(port());
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private ServerSocket listen(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(HERE, port));
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket browser = server.accept();
                    Socket application = new Socket(HERE, to);
                    carry(browser, application);
                    carry(application, browser);
                } catch (IOException cut) {
                    // no more connections, or one that broke at once
                }
            }
        });
        return server;
    }

    private void carry(Socket from, Socket into) {
        open.add(from);
        Thread.ofVirtual().start(() -> {
            try (from;
                    into;
                    InputStream in = from.getInputStream();
                    OutputStream out = into.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException broken) {
                // either end hung up
            } finally {
                open.remove(from);
            }
        });
    }
}
