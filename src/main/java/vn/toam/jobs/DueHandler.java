package vn.toam.jobs;

/** Does one kind of work that falls due ({@link DueWork}); a bean of the module whose work it is. */
public interface DueHandler {

    /** The kind's name: module, full stop, what it is. It stands in the database: never another one. The message {@code <kind>.work} says it. */
    String kind();

    /**
     * Does what fell due, as nobody who is signed in. Runs in a transaction that also forgets the item: a failure undoes both, and it is tried
     * again. The item may fall due again by {@link DueWork#at} with a later moment. A key whose thing is gone, done or not due any more is no
     * failure: things change between saying and doing, so look first.
     */
    void due(String key);

    /** Says again what waits, once after each start: what an older release or another catalogue left out is put right. In a transaction. */
    default void renew() {}
}
