package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.toam.paper.UnreadableFile;

/** However many texts come at once, few are read, few wait, and the rest are told at once. */
class ReadingQueueTest {

    private static final String PLAN = "KẾ HOẠCH\nCông tác gia đình năm 2026\nI. MỤC TIÊU\n- 90% hộ gia đình.\n";

    /** Long, and costly for a reader: a citation begins at every word. */
    private static final String HOSTILE = "Quyết định số 1/QĐ-UBND ngày ".repeat(15_000);

    @Test
    void aCrowdOfHostileTextsTakesNoMoreThreadsThanMayWait() throws Exception {
        try (ReadingQueue queue = new ReadingQueue(2, 3, Duration.ofSeconds(120));
                ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(requests.submit(() -> answer(queue, HOSTILE)));
                assertThat(queue.underWay()).isLessThanOrEqualTo(5);
            }
            List<String> told = new ArrayList<>();
            for (Future<String> answer : answers) {
                told.add(answer.get());
            }
            assertThat(told)
                    .hasSize(40)
                    .allMatch(t -> List.of("read", "full", "OVERLONG").contains(t));
            assertThat(told.stream().filter("full"::equals).count()).isGreaterThanOrEqualTo(30);
            long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (queue.underWay() > 0 && System.nanoTime() < limit) {
                Thread.onSpinWait(); // an answer comes a moment before its thread is free
            }
            assertThat(queue.underWay()).isZero();
            assertThat(answer(queue, PLAN)).as("afterwards it reads again").isEqualTo("read");
        }
    }

    private static String answer(ReadingQueue queue, String text) {
        try {
            queue.pasted(text);
            return "read";
        } catch (ReadingQueue.Full full) {
            return "full";
        } catch (UnreadableFile unreadable) {
            return unreadable.reason().name();
        }
    }

    @Test
    void aReadingThatTakesTooLongEndsAndLeavesItsThread() throws Exception {
        try (ReadingQueue queue = new ReadingQueue(1, 1, Duration.ofMillis(30))) {
            assertThatThrownBy(() -> queue.pasted(HOSTILE))
                    .isInstanceOfSatisfying(
                            UnreadableFile.class,
                            e -> assertThat(e.reason()).isEqualTo(UnreadableFile.Reason.OVERLONG));
        }
    }

    @Test
    void whoeverStopsWaitingLeavesThePlace() throws Exception {
        try (ReadingQueue queue = new ReadingQueue(1, 1, Duration.ofSeconds(120))) {
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<String> end = new CompletableFuture<>();
            Thread request = Thread.ofPlatform().start(() -> {
                begun.countDown();
                end.complete(answer(queue, HOSTILE));
            });
            begun.await();
            request.interrupt();
            assertThat(end.get()).isEqualTo("full");
        }
    }

    @Test
    void aFileIsReadLikeAText() throws Exception {
        try (ReadingQueue queue = new ReadingQueue(1, 1, Duration.ofSeconds(60))) {
            assertThat(queue.file("a.txt", PLAN.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .draft()
                            .kind()
                            .plan())
                    .isTrue();
            assertThatThrownBy(() -> queue.file("a.txt", new byte[0])).isInstanceOf(UnreadableFile.class);
        }
    }
}
