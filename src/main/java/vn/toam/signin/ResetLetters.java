package vn.toam.signin;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import vn.toam.shared.Failures;
import vn.toam.shared.Words;

/** Letters with a link to a new password. Sent at once and kept nowhere: a letter that waited in the database could be read there. */
@Component
class ResetLetters {

    private static final Logger LOG = LoggerFactory.getLogger(ResetLetters.class);

    private final ObjectProvider<JavaMailSender> server;
    private final Words words;
    private final String from;
    private final String site;

    ResetLetters(
            ObjectProvider<JavaMailSender> server,
            Words words,
            @Value("${toam.mail.from:to-am@localhost}") String from,
            @Value("${toam.mail.address:http://127.0.0.1:8080}") String site) {
        this.server = server;
        this.words = words;
        this.from = from;
        this.site = site;
    }

    boolean work() {
        return server.getIfAvailable() != null;
    }

    /** Where the link leads: to the address that the installation was given, never to one that a client named. */
    String address(String token) {
        return site + "/sign-in/reset?token=" + token;
    }

    /** In a thread of its own: how long it takes tells nobody whether there was a letter. */
    void send(String to, String token) {
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(to);
        letter.setSubject(words.get(Locale.of("vi"), "signin.link.subject"));
        letter.setText(words.get(Locale.of("vi"), "signin.link.letter", address(token)));
        Thread.ofVirtual().start(() -> {
            try {
                server.getObject().send(letter);
            } catch (MailException e) {
                LOG.warn("letter with a link not sent: {}", Failures.said(e));
            }
        });
    }
}
