package vn.toam.paper;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.EncodingFinder;
import vn.toam.paper.UnreadableFile.Reason;

/** Text of a web page saved as one file (.mht, .mhtml, "single file web page" of Word): its first HTML part. */
final class MhtmlText {
    /** Parts inside parts; a saved page has one or two. */
    private static final int MAX_DEPTH = 5;

    private MhtmlText() {}

    static String read(byte[] bytes, EncodingFinder finder) throws UnreadableFile, IOException {
        try {
            Session session = Session.getInstance(new Properties());
            Part page = html(new MimeMessage(session, new ByteArrayInputStream(bytes)), 0);
            if (page == null) {
                throw new UnreadableFile(Reason.DAMAGED, "no page among the parts");
            }
            try (InputStream in = page.getInputStream()) {
                byte[] content = in.readNBytes(TextExtractor.MAX_BYTES);
                String charset = new ContentType(page.getContentType()).getParameter("charset");
                String html = charset == null ? HtmlText.decode(content) : HtmlText.decode(content, charset);
                return HtmlText.read(html, finder);
            }
        } catch (MessagingException e) {
            throw new UnreadableFile(Reason.DAMAGED, e);
        }
    }

    private static @Nullable Part html(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            return part;
        }
        Object content = part.isMimeType("multipart/*") && depth < MAX_DEPTH ? part.getContent() : null;
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Part found = html(parts.getBodyPart(i), depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
