package constancia.benchmarks;

import java.io.IOException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The same insert over JDBC, where pgbench is not installed. */
final class InsertLoop implements Limit {

    private final Register register;

    InsertLoop(Register register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "insert loop over JDBC";
    }

    @Override
    public double perSecond(int clients, int seconds) throws IOException, InterruptedException {
        var together = new CyclicBarrier(clients);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = IntStream.range(0, clients).mapToObj(i -> threads.submit(() -> loop(together, seconds))).toList();
            long inserted = 0;
            for (Future<Long> one : running) {
                inserted += one.get();
            }
            return (double) inserted / seconds;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private long loop(CyclicBarrier together, int seconds) throws Exception {
        try (var connection = register.database(); var insert = connection.prepareStatement(INSERT)) {
            together.await();
            long deadline = System.nanoTime() + seconds * 1_000_000_000L;
            long inserted = 0;
            while (System.nanoTime() < deadline) {
                insert.executeUpdate();
                inserted++;
            }
            return inserted;
        }
    }
}
