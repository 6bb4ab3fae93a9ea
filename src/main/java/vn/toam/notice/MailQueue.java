package vn.toam.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.toam.access.Addresses;
import vn.toam.shared.Permission;

/**
 * Writes letters with the change that causes them and hands them to the mail server afterwards: a server that is down delays letters and
 * nothing else. Without a mail server none is written.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class MailQueue {

    private static final Logger LOG = LoggerFactory.getLogger(MailQueue.class);
    private static final int BATCH = 20;

    /** A batch is sent, or has failed by the time limits of the mail server, well within this. */
    private static final Duration SENDING = Duration.ofMinutes(15);

    /** A letter to the people of one unit. {@code link} is an address within the installation. */
    public record ToUnit(int unit, String subject, String body, String link) {}

    private final MailRepository letters;
    private final Addresses addresses;
    private final ObjectProvider<JavaMailSender> server;
    private final MailSettings settings;
    private final Clock clock;

    MailQueue(
            MailRepository letters,
            Addresses addresses,
            ObjectProvider<JavaMailSender> server,
            MailSettings settings,
            Clock clock) {
        this.letters = letters;
        this.addresses = addresses;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** True when the installation has a mail server. */
    public boolean works() {
        return server.getIfAvailable() != null;
    }

    /** Keeps letters to everybody in those units who may do this there and has an address. Part of the caller's transaction. */
    public void write(List<ToUnit> wanted, Permission permission) {
        if (!works() || wanted.isEmpty()) {
            return;
        }
        Map<Integer, List<String>> known =
                addresses.of(wanted.stream().map(ToUnit::unit).toList(), permission);
        List<MailRepository.Letter> written = new ArrayList<>();
        for (ToUnit each : wanted) {
            String body = each.body() + "\n\n" + settings.address() + each.link() + "\n";
            known.getOrDefault(each.unit(), List.of())
                    .forEach(to -> written.add(new MailRepository.Letter(null, to, each.subject(), body)));
        }
        if (!written.isEmpty()) {
            letters.add(written, clock.instant());
        }
    }

    /** Keeps one letter. Part of the caller's transaction. */
    public void write(String recipient, String subject, String body, String link) {
        if (works()) {
            String whole = body + "\n\n" + settings.address() + link + "\n";
            letters.add(List.of(new MailRepository.Letter(null, recipient, subject, whole)), clock.instant());
        }
    }

    /** Sends what waits. No connection to the database is held while the mail server is spoken to. */
    public void deliver() {
        JavaMailSender sender = server.getIfAvailable();
        if (sender == null) {
            return;
        }
        boolean more = true;
        while (more) {
            more = batch(sender);
        }
    }

    /** True when more may wait. A batch that fails whole ends the round: the server is down. */
    private boolean batch(JavaMailSender sender) {
        Instant now = clock.instant();
        List<MailRepository.Letter> due = letters.claim(now, now.plus(SENDING), BATCH);
        int sent = 0;
        for (MailRepository.Letter letter : due) {
            try {
                sender.send(message(sender, letter));
                letters.sent(letter, clock.instant());
                sent++;
            } catch (MailException | MessagingException e) {
                LOG.warn("letter not sent, tried again later: {}", e.getMessage());
                letters.failed(letter, String.valueOf(e.getMessage()), clock.instant());
            }
        }
        return due.size() == BATCH && sent > 0;
    }

    private MimeMessage message(JavaMailSender sender, MailRepository.Letter letter) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(letter.recipient());
        helper.setSubject(letter.subject());
        helper.setText(letter.body());
        return message;
    }
}
