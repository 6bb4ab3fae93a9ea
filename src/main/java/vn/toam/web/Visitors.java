package vn.toam.web;

/** Says whether somebody waits for this thread's answer: then it waits for the database for seconds, not for minutes as a nightly job may. */
public final class Visitors {

    private static final ThreadLocal<Boolean> WAITING = ThreadLocal.withInitial(() -> false);

    private Visitors() {}

    /** True on a thread that answers a request. */
    public static boolean waiting() {
        return WAITING.get();
    }

    static void come() {
        WAITING.set(true);
    }

    static void go() {
        WAITING.remove();
    }
}
