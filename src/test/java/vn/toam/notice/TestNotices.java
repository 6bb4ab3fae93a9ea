package vn.toam.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import vn.toam.access.Addresses;
import vn.toam.access.Roles;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.Me;

/** Telling at another time than now, or through another mail server. */
@Component
public class TestNotices {

    private final NoticeRepository notices;
    private final ContactRepository contacts;
    private final Roles roles;
    private final AbsenceRepository absences;
    private final MailRepository letters;
    private final MailQueue mail;
    private final Addresses addresses;
    private final Access access;
    private final Audit audit;

    TestNotices(
            NoticeRepository notices,
            ContactRepository contacts,
            AbsenceRepository absences,
            Roles roles,
            MailRepository letters,
            MailQueue mail,
            Addresses addresses,
            Access access,
            Audit audit) {
        this.roles = roles;
        this.notices = notices;
        this.contacts = contacts;
        this.absences = absences;
        this.letters = letters;
        this.mail = mail;
        this.addresses = addresses;
        this.access = access;
        this.audit = audit;
    }

    public Notifier notifier(Clock clock) {
        return new Notifier(notices, contacts, mail, roles, clock);
    }

    public Absences absences(Clock clock) {
        return new Absences(absences, access, audit, clock);
    }

    /** Somebody is away, whoever stands in. */
    public void away(UUID account, LocalDate from, LocalDate to, UUID deputy) {
        absences.add(account, from, to, Absences.Kind.TRIP, new Absences.Colleague(deputy, "x"));
    }

    public void readAll(Me me, Instant at) {
        notices.read(me, null, at);
    }

    /** @param sender null: the installation has no mail server */
    public MailQueue mail(@Nullable JavaMailSender sender, Clock clock) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("mail", sender);
        }
        return new MailQueue(
                letters,
                addresses,
                beans.getBeanProvider(JavaMailSender.class),
                new MailSettings("to-am@example.vn", "https://toam.example.vn"),
                clock);
    }

    /** Takes letters as a sender would. @return to whom they go */
    public List<String> claim(Instant now, Instant until, int most) {
        return letters.claim(now, until, most).stream()
                .map(MailRepository.Letter::recipient)
                .toList();
    }

    public boolean standsIn(UUID deputy, LocalDate from, LocalDate to) {
        return absences.standsIn(deputy, from, to);
    }

    public boolean isAway(UUID account, LocalDate from, LocalDate to) {
        return absences.away(account, from, to);
    }

    public List<Absences.Absence> absencesOf(UUID account, LocalDate day) {
        return absences.of(account, day);
    }

    public boolean end(UUID absence, UUID account, LocalDate day) {
        return absences.end(absence, account, day);
    }
}
