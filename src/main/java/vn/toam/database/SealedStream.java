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

    static final byte[] HEAD = "TOAM-BACKUP-3\n".getBytes(StandardCharsets.US_ASCII);

    /** Files of before: the same without a check of the key. */
    static final byte[] OLD_HEAD = "TOAM-BACKUP-2\n".getBytes(StandardCharsets.US_ASCII);

    private static final int SALT = 16;
    private static final int CHECK = 8;
    private static final int PIECE = 1 << 16;
    private static final int TAG = 16;

    private SealedStream() {}

    static boolean isSealed(byte[] head) {
        return Arrays.equals(head, HEAD) || Arrays.equals(head, OLD_HEAD);
    }

    private static byte[] derived(byte[] key, byte[] head, byte[] salt, String purpose) throws IOException {
        try {
            Mac derive = Mac.getInstance("HmacSHA256");
            derive.init(new SecretKeySpec(key, "HmacSHA256"));
            derive.update(head);
            derive.update(purpose.getBytes(StandardCharsets.US_ASCII));
            return derive.doFinal(salt);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] check(byte[] key, byte[] salt) throws IOException {
        return Arrays.copyOf(derived(key, HEAD, salt, "check"), CHECK);
    }

    /** @param own the key of this file alone */
    private static Cipher cipher(int mode, byte[] own, long number, boolean last) throws GeneralSecurityException {
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
        out.write(check(key, salt));
        return new Writing(out, derived(key, HEAD, salt, ""));
    }

    private static final class Writing extends OutputStream {

        private final DataOutputStream out;
        private final byte[] own;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private long number;
        private boolean closed;

        Writing(DataOutputStream out, byte[] own) {
            this.out = out;
            this.own = own;
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
                byte[] sealed = cipher(Cipher.ENCRYPT_MODE, own, number++, last).doFinal(piece, 0, filled);
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

    /** The content of a sealed file. @throws DamagedBackup at once or while reading, when the key is another or anything was changed or cut off */
    static InputStream reading(InputStream file, byte[] key) throws IOException {
        DataInputStream in = new DataInputStream(file);
        byte[] head = in.readNBytes(HEAD.length);
        if (!isSealed(head)) {
            throw DamagedBackup.changed(0);
        }
        byte[] salt = in.readNBytes(SALT);
        boolean checked = Arrays.equals(head, HEAD);
        if (checked && !Arrays.equals(in.readNBytes(CHECK), check(key, salt))) {
            throw DamagedBackup.otherKey();
        }
        return new Reading(in, derived(key, head, salt, ""), checked, HEAD.length + SALT + (checked ? CHECK : 0));
    }

    private static final class Reading extends InputStream {

        private final DataInputStream in;
        private final byte[] own;
        private final boolean rightKey;
        private byte[] piece = new byte[0];
        private int at;
        private long position;
        private long number;
        private boolean ended;

        Reading(DataInputStream in, byte[] own, boolean rightKey, long position) {
            this.in = in;
            this.own = own;
            this.rightKey = rightKey;
            this.position = position;
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
            byte[] begin = in.readNBytes(Integer.BYTES + 1);
            if (begin.length <= Integer.BYTES) {
                throw DamagedBackup.cut(position + begin.length);
            }
            int length = ByteBuffer.wrap(begin).getInt();
            boolean last = begin[Integer.BYTES] == 1;
            if (length < TAG || length > PIECE + TAG) {
                throw DamagedBackup.changed(position);
            }
            byte[] sealed = in.readNBytes(length);
            if (sealed.length < length) {
                throw DamagedBackup.cut(position + begin.length + sealed.length);
            }
            try {
                piece = cipher(Cipher.DECRYPT_MODE, own, number, last).doFinal(sealed);
            } catch (GeneralSecurityException wrong) {
                throw number == 0 && !rightKey ? DamagedBackup.otherKey() : DamagedBackup.changed(position);
            }
            number++;
            at = 0;
            position += begin.length + length;
            ended = last;
            if (ended && in.read() >= 0) {
                throw DamagedBackup.changed(position);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
