package constancia.command.imports;

import constancia.command.imports.InstitutionMatcher.Known;
import constancia.kernel.plans.PlanId;
import constancia.kernel.territories.TerritoryKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A register with some institutions, perhaps a plan, and what came into it. */
final class FakeRegister implements Register {

    static final PlanId PLAN = new PlanId(new UUID(0, 99));

    final List<Known> institutions = new ArrayList<>();
    final List<Imported> imported = new ArrayList<>();
    final List<KnownBody> bodies = new ArrayList<>();
    final List<String> periods = new ArrayList<>(List.of("T1", "T2", "T3", "T4"));
    String code;

    /** Every institution of the sample but those that it writes in an unknown way, under other names. */
    static FakeRegister ofTheSample() {
        return with("MJSP", "CONJUVE", "PNUD", "AMSS", "UNICEF", "UNFPA", "OPS", "OIT", "UdeC");
    }

    static FakeRegister with(String... acronyms) {
        var register = new FakeRegister();
        Arrays.stream(acronyms).forEach(acronym -> register.institutions.add(new Known(id(acronym), "Institución " + acronym, acronym, List.of())));
        return register;
    }

    static UUID id(String acronym) {
        return UUID.nameUUIDFromBytes(acronym.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Known> institutions() {
        return institutions;
    }

    @Override
    public List<KnownTerritory> territories() {
        return List.of(new KnownTerritory("SV-SS", "San Salvador", TerritoryKind.DEPARTMENT, null));
    }

    @Override
    public List<KnownBody> bodies() {
        return bodies;
    }

    @Override
    public Optional<KnownPlan> plan(String idOrCode) {
        return Optional.ofNullable(code).filter(known -> known.equals(idOrCode) || PLAN.toString().equals(idOrCode)).map(known -> new KnownPlan(PLAN, known));
    }

    @Override
    public List<String> periods(PlanId plan) {
        return periods;
    }

    @Override
    public List<Imported> imported(PlanId plan) {
        return imported;
    }
}
