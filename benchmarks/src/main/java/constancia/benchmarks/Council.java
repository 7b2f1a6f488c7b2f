package constancia.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is there before the first action: institutions and a plan. */
record Council(String plan, List<String> institutions) {

    private static final int INSTITUTIONS = 30;

    static Council prepare(Register register) throws IOException {
        var institutions = new ArrayList<String>();
        for (int i = 1; i <= INSTITUTIONS; i++) {
            institutions.add(register.create("/api/institutions",
                    Map.of("name", "Dirección general número " + i, "acronym", "DG" + i, "kind", "state")));
        }
        return new Council(plan(register, "PM-2026"), List.copyOf(institutions));
    }

    static String plan(Register register, String code) throws IOException {
        return register.create("/api/plans", Map.of("code", code, "title", "Plan de mejora institucional", "kind", "improvement-plan", "calendar", List.of()));
    }

    String institution(int turn) {
        return institutions.get(Math.floorMod(turn, institutions.size()));
    }
}
