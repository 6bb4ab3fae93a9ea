package vn.toam.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.toam.shared.TestDatabase;

/** A database of one's own on a PostgreSQL that is too old is refused in words before anything is changed in it. */
class OlderServerTest {

    @Test
    void seventeenIsRefusedInWordsAndNothingIsMigrated() throws Exception {
        String url = TestDatabase.ownerUrl("olderserver");
        Schema.Owner older = new Schema.Owner(saying("17", url), null, null);

        assertThatThrownBy(() -> Schema.migrate(older))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("chạy trên PostgreSQL 17")
                .hasMessageContaining("cần PostgreSQL 18 trở lên")
                .hasMessageContaining("runs on PostgreSQL 17")
                .hasMessageContaining("needs PostgreSQL 18 or newer");
        assertThatThrownBy(() -> Import.unused(older)).isInstanceOf(CannotStart.class);
        assertThat(Import.unused(new Schema.Owner(url, null, null))).isTrue();
    }

    @Test
    void eighteenIsNotNorIsNineteen() throws Exception {
        String url = TestDatabase.ownerUrl("olderserver");
        for (String version : new String[] {"18", "19"}) {
            assertThat(Import.unused(new Schema.Owner(saying(version, url), null, null)))
                    .as(version)
                    .isTrue();
        }
    }

    @Test
    void theWarningAboutSortingIsSaidInBothLanguagesVietnameseFirst() {
        assertThat(DatabaseConfiguration.SORTS_BY_A_LANGUAGE.strip().lines()).hasSize(2);
        assertThat(DatabaseConfiguration.SORTS_BY_A_LANGUAGE.strip())
                .startsWith("! Cơ sở dữ liệu này sắp xếp chữ theo một ngôn ngữ")
                .contains("! The database sorts text by a language");
    }

    /** The address of a server that is the one of the tests, but says it is of another version. */
    private static String saying(String version, String url) throws IOException {
        int target = Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
        ServerSocket entrance = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (entrance) {
                for (int i = 0; i < 5; i++) {
                    Socket caller = entrance.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    Thread.ofVirtual().start(() -> pass(caller, server, ""));
                    Thread.ofVirtual().start(() -> pass(server, caller, version));
                }
            } catch (IOException over) {
                // the test has what it wants
            }
        });
        return url.replace(":" + target + "/", ":" + entrance.getLocalPort() + "/");
    }

    private static void pass(Socket from, Socket to, String version) {
        byte[] name = "server_version\0".getBytes(StandardCharsets.US_ASCII);
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int at = 0; !version.isEmpty() && at + name.length + 2 < read; at++) {
                    if (java.util.Arrays.equals(buffer, at, at + name.length, name, 0, name.length)) {
                        System.arraycopy(version.getBytes(StandardCharsets.US_ASCII), 0, buffer, at + name.length, 2);
                    }
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            // either side hung up
        }
    }
}
