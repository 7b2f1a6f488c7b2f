package constancia.benchmarks;

import java.io.IOException;
import java.util.Arrays;

/** One program that records actions of its own, one after the other: propose, assign, report, report, deliver. */
final class Client implements AutoCloseable {

    private static final String TITLE = "Fortalecer la coordinación interinstitucional para la atención integral a víctimas en el municipio";
    private static final String NARRATIVE = "Se realizaron las jornadas previstas y se levantó acta de cada una con las instituciones participantes";

    private final Wire wire;
    private final Council council;
    private final Acknowledged acknowledged;
    private int turn;
    private int step;
    private String action = "";
    private long[] nanos = new long[4096];
    private int measured;
    private int acknowledgedHere;

    Client(Wire wire, Council council, Acknowledged acknowledged, int number) {
        this.wire = wire;
        this.council = council;
        this.acknowledged = acknowledged;
        this.turn = number;
    }

    /** Goes on until the deadline; answers how many commands were acknowledged before it. */
    int work(long deadline) throws IOException {
        int before = acknowledgedHere;
        measured = 0;
        while (true) {
            long sent = System.nanoTime();
            if (sent >= deadline) {
                return acknowledgedHere - before;
            }
            next();
            long answered = System.nanoTime();
            if (answered >= deadline) {
                return acknowledgedHere - before - 1;
            }
            note(answered - sent);
        }
    }

    private void next() throws IOException {
        var institution = council.institution(turn);
        switch (step) {
            case 0 -> send("/api/actions", "{\"title\":\"" + TITLE + "\",\"plan\":\"" + council.plan() + "\",\"number\":\"" + turn % 1000
                    + "\",\"schedule\":{\"from\":\"2026-01-01\",\"dueOn\":\"2026-12-15\"},\"territory\":[\"SV-SS\"]}");
            case 1 -> send(path("assign-responsible"), "{\"institution\":\"" + institution + "\",\"role\":\"lead\"}");
            case 2 -> send(path("report-progress"), "{\"institution\":\"" + institution + "\",\"percent\":40,\"narrative\":\"" + NARRATIVE + "\"}");
            case 3 -> send(path("report-progress"), "{\"institution\":\"" + institution + "\",\"percent\":90,\"narrative\":\"" + NARRATIVE + "\"}");
            default -> send(path("mark-delivered"), "{\"institution\":\"" + institution + "\",\"narrative\":\"" + NARRATIVE + "\"}");
        }
        step = (step + 1) % 5;
        if (step == 0) {
            turn++;
        }
    }

    private String path(String command) {
        return "/api/actions/" + action + "/" + command;
    }

    private void send(String path, String body) throws IOException {
        var reply = wire.send("POST", path, body);
        if (reply.status() != 200 && reply.status() != 201) {
            throw new IOException(path + " answered " + reply.status() + ": " + reply.body());
        }
        action = Receipt.id(reply.body());
        acknowledged.add(action, Receipt.version(reply.body()));
        acknowledgedHere++;
    }

    private void note(long duration) {
        if (measured == nanos.length) {
            nanos = Arrays.copyOf(nanos, measured * 2);
        }
        nanos[measured++] = duration;
    }

    /** How long each command of the last stretch of work took, in nanoseconds. */
    long[] nanos() {
        return Arrays.copyOf(nanos, measured);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
