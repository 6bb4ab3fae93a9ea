package vn.toam.paper;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * What one reading may cost. Steps are letters looked at, so the same text always costs the same and a pattern that goes back and forth
 * is stopped wherever it stands; time and a cancelled thread are looked at now and then. Not thread-safe: one reading, one budget.
 */
public final class Budget {
    /** Ended by the budget; told to the sender as {@link UnreadableFile.Reason#OVERLONG}. */
    public static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exhausted(String detail) {
            super(detail, null, false, false);
        }

        /** The answer for the sender. */
        public UnreadableFile unreadable() {
            return UnreadableFile.overlong(this);
        }
    }

    /** Steps between two looks at the clock. */
    private static final long BETWEEN_LOOKS = 1 << 18;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long limit;
    private final long end;
    private long steps;
    private long nextLook = BETWEEN_LOOKS;

    /** A budget of so many steps and so much time from now on. */
    public Budget(long steps, Duration time) {
        limit = steps;
        end = spentTime() + time.toNanos();
    }

    /** Steps spent so far. */
    public long steps() {
        return steps;
    }

    /** Spends steps; for loops that are no patterns. */
    public void spend(long more) {
        steps += more;
        if (steps >= nextLook) {
            look();
        }
    }

    /** Processor time of this thread, so that other work on the machine ends no reading. */
    private static long spentTime() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private void look() {
        if (steps > limit) {
            throw new Exhausted(steps + " steps");
        }
        if (spentTime() > end || Thread.currentThread().isInterrupted()) {
            throw new Exhausted("time is up after " + steps + " steps");
        }
        nextLook = Math.min(limit + 1, steps + BETWEEN_LOOKS);
    }

    /** The text, every letter of which costs a step when a pattern looks at it. */
    public CharSequence watch(String text) {
        return new Watched(text, this);
    }

    private record Watched(String text, Budget budget) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.spend(1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
