package constancia.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Some clients at once, each on its own connection and virtual thread. */
final class Load implements AutoCloseable {

    /**
     * @param perSecond      acknowledged commands
     * @param p50            milliseconds from sending a command to having its answer
     * @param registerMicros processor time of the register's process per command
     * @param databaseMicros the same of PostgreSQL
     * @param clientMicros   the same of the clients
     */
    record Measured(double perSecond, double p50, double p99, double registerMicros, double databaseMicros, double clientMicros) {}

    private final Register register;
    private final List<Client> clients = new ArrayList<>();

    Load(Register register, Council council, Acknowledged acknowledged, int count) throws IOException {
        this.register = register;
        for (int i = 0; i < count; i++) {
            clients.add(new Client(register.connect(), council, acknowledged, i));
        }
    }

    Measured run(Duration length) throws IOException, InterruptedException {
        var self = ProcessHandle.current();
        var registerBefore = register.processorTime();
        var databaseBefore = register.databaseProcessorTime();
        var clientBefore = self.info().totalCpuDuration().orElse(Duration.ZERO);
        long commands = work(length);
        return new Measured(commands * 1e9 / length.toNanos(), Figures.percentile(nanos(), 50) / 1e6, Figures.percentile(nanos(), 99) / 1e6,
                each(register.processorTime().minus(registerBefore), commands), each(register.databaseProcessorTime().minus(databaseBefore), commands),
                each(self.info().totalCpuDuration().orElse(Duration.ZERO).minus(clientBefore), commands));
    }

    private long work(Duration length) throws IOException, InterruptedException {
        long commands = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long deadline = System.nanoTime() + length.toNanos();
            var running = clients.stream().map(client -> threads.submit(() -> client.work(deadline))).toList();
            for (Future<Integer> one : running) {
                commands += one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return commands;
    }

    private long[] nanos() {
        return clients.stream().flatMapToLong(client -> LongStream.of(client.nanos())).sorted().toArray();
    }

    private static double each(Duration time, long commands) {
        return time.toNanos() / 1e3 / Math.max(commands, 1);
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
