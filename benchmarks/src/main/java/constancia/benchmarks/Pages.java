package constancia.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each page takes beside the same questions asked through the API, by turns, in a register of many actions; and
 * what its first view weighs.
 */
final class Pages {

    private static final Path TARGET = Path.of("benchmarks", "target");
    private static final int ACTIONS = 20_000;
    private static final int FEW = 400;
    /** Of each round. */
    private static final int TURNS = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final Wire page;
    private final Wire program;

    private Pages(Wire page, Wire program) {
        this.page = page;
        this.program = program;
    }

    /** Answers 0 when no page goes beyond a limit, else 1. */
    static int run(String... arguments) throws IOException, InterruptedException, SQLException {
        var plan = Plan.of(arguments);
        var report = measure(plan);
        System.out.println(report.text());
        report.write(TARGET.resolve("pages.json"));
        return report.beyond().isEmpty() ? 0 : 1;
    }

    static PagesReport measure(Plan plan) throws IOException, InterruptedException, SQLException {
        int actions = plan.shortForm() ? FEW : ACTIONS;
        int turns = plan.shortForm() ? 3 : TURNS * plan.rounds();
        try (var register = Register.start(plan.jar(), plan, TARGET)) {
            var places = Place.all(Furnished.with(actions, register));
            var browser = Browser.signedIn(register);
            noneForgotten(browser.places(), places);
            try (var page = browser.connect(); var program = register.connect()) {
                var pages = new Pages(page, program);
                var warmUp = plan.shortForm() ? Duration.ZERO : WARM_UP;
                pages.warm(places, warmUp);
                return new PagesReport(actions, turns, System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), plan.shortForm(), (int) warmUp.toSeconds(),
                        pages.figures(places, turns, browser));
            }
        }
    }

    /** A place to which the navigation leads is measured. */
    private static void noneForgotten(List<String> navigation, List<Place> places) throws IOException {
        var forgotten = navigation.stream().filter(path -> places.stream().noneMatch(place -> place.path().equals(path))).toList();
        if (navigation.isEmpty() || !forgotten.isEmpty()) {
            throw new IOException("The navigation leads to " + navigation + "; not measured: " + forgotten);
        }
    }

    /** Each page for as long as any other: by turns, those that take long would leave the others cold. */
    private void warm(List<Place> places, Duration length) throws IOException {
        for (var place : places) {
            long deadline = System.nanoTime() + length.dividedBy(places.size()).toNanos();
            while (System.nanoTime() < deadline) {
                shown(place);
                asked(place);
            }
        }
    }

    /** Each turn goes through all pages, so that what disturbs the machine disturbs all of them. */
    private List<PagesReport.Figure> figures(List<Place> places, int turns, Browser browser) throws IOException, InterruptedException {
        var shown = nanos(places, turns);
        var asked = nanos(places, turns);
        for (int turn = 0; turn < turns; turn++) {
            for (var place : places) {
                if (turn % 2 == 0) {
                    shown.get(place)[turn] = shown(place);
                    asked.get(place)[turn] = asked(place);
                } else {
                    asked.get(place)[turn] = asked(place);
                    shown.get(place)[turn] = shown(place);
                }
            }
        }
        var figures = new ArrayList<PagesReport.Figure>();
        for (var place : places) {
            int html = page.send("GET", place.path(), null).bytes();
            figures.add(PagesReport.Figure.of(place.name(), shown.get(place), place.questions().isEmpty() ? null : asked.get(place), html, html + browser.parts(place.path())));
        }
        return figures;
    }

    private static Map<Place, long[]> nanos(List<Place> places, int turns) {
        var nanos = new LinkedHashMap<Place, long[]>();
        places.forEach(place -> nanos.put(place, new long[turns]));
        return nanos;
    }

    private long shown(Place place) throws IOException {
        long sent = System.nanoTime();
        answered(page, place.path());
        return System.nanoTime() - sent;
    }

    /** All its questions, one after the other. */
    private long asked(Place place) throws IOException {
        long sent = System.nanoTime();
        for (var question : place.questions()) {
            answered(program, question);
        }
        return System.nanoTime() - sent;
    }

    private static void answered(Wire wire, String path) throws IOException {
        var reply = wire.send("GET", path, null);
        if (reply.status() != 200) {
            throw new IOException(path + " answered " + reply.status() + ": " + reply.body());
        }
    }
}
