package vn.toam.database;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file that nobody reads or changes without its key: pieces of AES-256-GCM, numbered, the last one marked, under a key that is this file's
 * alone. A piece changed, moved, taken out or cut off makes reading fail.
 */
final class SealedStream {

    static final byte[] HEAD = "TOAM-BACKUP-2\n".getBytes(StandardCharsets.US_ASCII);

    private static final int SALT = 16;
    private static final int PIECE = 1 << 16;
    private static final int TAG = 16;

    private SealedStream() {}

    private static Cipher cipher(int mode, byte[] key, byte[] salt, long number, boolean last)
            throws GeneralSecurityException {
        Mac derive = Mac.getInstance("HmacSHA256");
        derive.init(new SecretKeySpec(key, "HmacSHA256"));
        derive.update(HEAD);
        byte[] own = derive.doFinal(salt);
        byte[] nonce =
                ByteBuffer.allocate(12).putInt(last ? 1 : 0).putLong(number).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(TAG * 8, nonce));
        return cipher;
    }

    /** What is written goes into {@code file} sealed; whole only when closed. */
    static OutputStream writing(OutputStream file, byte[] key) throws IOException {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        DataOutputStream out = new DataOutputStream(file);
        out.write(HEAD);
        out.write(salt);
        return new Writing(out, key, salt);
    }

    private static final class Writing extends OutputStream {

        private final DataOutputStream out;
        private final byte[] key;
        private final byte[] salt;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private long number;
        private boolean closed;

        Writing(DataOutputStream out, byte[] key, byte[] salt) {
            this.out = out;
            this.key = key;
            this.salt = salt;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            int left = length;
            while (left > 0) {
                if (filled == PIECE) {
                    seal(false);
                }
                int part = Math.min(left, PIECE - filled);
                System.arraycopy(bytes, at, piece, filled, part);
                filled += part;
                at += part;
                left -= part;
            }
        }

        private void seal(boolean last) throws IOException {
            try {
                byte[] sealed =
                        cipher(Cipher.ENCRYPT_MODE, key, salt, number++, last).doFinal(piece, 0, filled);
                out.writeInt(sealed.length);
                out.writeBoolean(last);
                out.write(sealed);
                filled = 0;
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                seal(true);
                out.close();
            }
        }
    }

    /** The content of a sealed file. @throws IOException while reading, when the key is another or anything was changed or cut off */
    static InputStream reading(InputStream file, byte[] key) throws IOException {
        DataInputStream in = new DataInputStream(file);
        if (!Arrays.equals(in.readNBytes(HEAD.length), HEAD)) {
            throw new IOException("not a sealed backup");
        }
        return new Reading(in, key, in.readNBytes(SALT));
    }

    private static final class Reading extends InputStream {

        private final DataInputStream in;
        private final byte[] key;
        private final byte[] salt;
        private byte[] piece = new byte[0];
        private int at;
        private long number;
        private boolean ended;

        Reading(DataInputStream in, byte[] key, byte[] salt) {
            this.in = in;
            this.key = key;
            this.salt = salt;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            while (at == piece.length) {
                if (ended) {
                    return -1;
                }
                next();
            }
            int part = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, bytes, from, part);
            at += part;
            return part;
        }

        private void next() throws IOException {
            int length = in.readInt();
            boolean last = in.readBoolean();
            if (length < TAG || length > PIECE + TAG) {
                throw new IOException("damaged backup");
            }
            try {
                piece = cipher(Cipher.DECRYPT_MODE, key, salt, number++, last).doFinal(in.readNBytes(length));
                at = 0;
                ended = last;
            } catch (GeneralSecurityException wrong) {
                throw new IOException("another key, or a changed backup", wrong);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
