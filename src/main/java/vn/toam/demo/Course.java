package vn.toam.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import vn.toam.round.Round;
import vn.toam.submission.SubmissionStatus;

/**
 * How far the made-up returns of a round have come: of a hundred so many are accepted, so many wait, so many went back; the others are not
 * sent.
 *
 * @param begun the year is still being gathered: the unit above has nothing to send on yet
 * @param steps the way of each return is told, not only where it stands
 */
record Course(int accepted, int waiting, int returned, boolean begun, boolean steps) {

    /** A year as its end left it, still open. */
    static final Course PAST = new Course(97, 1, 1, false, true);

    /** A year that was closed: a few never sent. */
    static final Course CLOSED = new Course(97, 0, 0, false, true);

    /** The same, years ago: nobody asks any more how a return came. */
    static final Course OLD = new Course(97, 0, 0, false, false);

    /** A year hardly begun. */
    static final Course BEGUN = new Course(6, 8, 0, true, true);

    /** Days before the last one on which the first units send. */
    private static final int EARLY = 45;

    /** As a round stands on a day: nothing much until weeks before its last day, half in the week before it, all but a few soon after. */
    static Course on(LocalDate day, Round round) {
        long left = ChronoUnit.DAYS.between(day, round.due());
        if (left > EARLY) {
            return new Course(1, 1, 0, true, true);
        }
        int sent = left < 0 ? 97 : (int) Math.round(94 - 90 * Math.pow(left / (double) EARLY, .45));
        int waiting = left < -20 ? 0 : Math.max(3, sent / 5);
        int returned = Math.min(3, sent / 12);
        return new Course(sent - waiting - returned, waiting, returned, true, true);
    }

    SubmissionStatus draw(Random chance) {
        int drawn = chance.nextInt(100);
        return drawn < accepted
                ? SubmissionStatus.ACCEPTED
                : drawn < accepted + waiting
                        ? SubmissionStatus.SUBMITTED
                        : drawn < accepted + waiting + returned ? SubmissionStatus.RETURNED : SubmissionStatus.DRAFT;
    }
}
