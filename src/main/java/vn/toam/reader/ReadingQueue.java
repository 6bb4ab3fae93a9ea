package vn.toam.reader;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.toam.encoding.SourceText;
import vn.toam.paper.TextExtractor;
import vn.toam.paper.UnreadableFile;

/** Reads few texts at once on threads of its own. Whoever asks waits for the answer; more than can wait are refused at once. */
public final class ReadingQueue implements AutoCloseable {

    /** A text and what was read from it. */
    public record Reading(SourceText source, PlanDraft draft) {}

    /** So many texts are being read or wait for it that this one was not taken. */
    public static final class Full extends Exception {
        private static final long serialVersionUID = 1L;

        private Full(Throwable cause) {
            super("too many texts at once", cause);
        }
    }

    private final ThreadPoolExecutor pool;
    private final Duration longest;

    /**
     * @param threads texts read at once
     * @param waiting texts that may wait for it
     * @param longest how long whoever asks waits, in the queue and for the reading
     */
    public ReadingQueue(int threads, int waiting, Duration longest) {
        this.longest = longest;
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name("reading-", 1).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
    }

    /** Reads a file. @throws UnreadableFile when it is no text, or costs more than any plan does; Full when it was not taken */
    public Reading file(String name, byte[] bytes) throws UnreadableFile, Full {
        return read(() -> TextExtractor.extract(name, bytes));
    }

    /** Reads text that was pasted. @throws UnreadableFile when it costs more than any plan does; Full when it was not taken */
    public Reading pasted(String text) throws UnreadableFile, Full {
        return read(() -> TextExtractor.fromPasted(text));
    }

    /** Texts being read or waiting for it. */
    public int underWay() {
        return pool.getActiveCount() + pool.getQueue().size();
    }

    private Reading read(Callable<SourceText> source) throws UnreadableFile, Full {
        AtomicBoolean begun = new AtomicBoolean();
        FutureTask<Reading> task = new FutureTask<>(() -> {
            begun.set(true);
            SourceText text = source.call();
            return new Reading(text, PlanReader.standard().read(text));
        });
        try {
            pool.execute(task);
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException crowd) {
            throw new Full(crowd);
        } catch (TimeoutException late) {
            drop(task);
            if (begun.get()) {
                throw UnreadableFile.overlong(late);
            }
            throw new Full(late);
        } catch (InterruptedException stopped) {
            drop(task);
            Thread.currentThread().interrupt();
            throw new Full(stopped);
        } catch (ExecutionException failed) {
            throw unreadable(failed);
        }
    }

    /** Ends a reading wherever it stands, and leaves its place to others. */
    private void drop(FutureTask<Reading> task) {
        task.cancel(true);
        pool.remove(task);
    }

    private static UnreadableFile unreadable(ExecutionException failed) {
        return switch (failed.getCause()) {
            case UnreadableFile unreadable -> unreadable;
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case null, default -> throw new IllegalStateException(failed);
        };
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
