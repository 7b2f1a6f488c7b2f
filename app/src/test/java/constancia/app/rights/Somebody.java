package constancia.app.rights;

import constancia.app.HttpRegister;
import constancia.app.rights.TwoCouncils.Side;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Reach;
import constancia.kernel.rights.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody with one role, or none: who asks in the matrix. */
record Somebody(String account, @Nullable Binding holds, HttpRegister asks) {

    private static final Set<String> IN_PLANS = Set.of("plans", "actions", "indicators", "risks");

    /**
     * Every role in each way in which it can be held in the first council, its liaison and the other's, and an account without a role.
     *
     * @param tag before the names of their accounts
     */
    static List<Somebody> all(HttpRegister register, TwoCouncils scene, String tag) {
        var all = new ArrayList<Somebody>();
        for (var role : EnumSet.complementOf(EnumSet.of(Role.LIAISON))) {
            add(all, register, tag + role.word(), new Binding(role, null));
        }
        for (var role : EnumSet.of(Role.COORDINATOR, Role.TECHNICAL_SECRETARIAT, Role.FACILITATOR, Role.VERIFIER, Role.AUTHORISER)) {
            add(all, register, tag + role.word() + "-of-body", new Binding(role, scene.body(Side.HERE)));
            add(all, register, tag + role.word() + "-of-plan", new Binding(role, scene.plan(Side.HERE)));
        }
        add(all, register, tag + "liaison", new Binding(Role.LIAISON, scene.institution(Side.HERE)));
        add(all, register, tag + "liaison-of-another", new Binding(Role.LIAISON, scene.institution(Side.THERE)));
        add(all, register, tag + "without-role", null);
        return all;
    }

    private static void add(List<Somebody> all, HttpRegister register, String account, @Nullable Binding holds) {
        all.add(new Somebody(account, holds, holds == null ? register.as(account) : register.as(account, holds)));
    }

    /** Whether a right that goes so far lets this one do it with an item of that collection on that side. */
    boolean may(Reach reach, String collection, boolean creates, Side side) {
        return switch (reach) {
            case ALL -> true;
            case REGISTER -> holds != null && holds.to() == null;
            case SCOPE -> holds != null && (holds.to() == null || side == Side.HERE && isIn(collection, creates));
            case OWN -> side == (account.endsWith("another") ? Side.THERE : Side.HERE) && !Set.of("bodies", "plans", "indicators", "risks").contains(collection);
            case NONE -> false;
        };
    }

    private boolean isIn(String collection, boolean creates) {
        return !account.endsWith("-of-plan") || IN_PLANS.contains(collection) && !(creates && collection.equals("plans"));
    }

    Reach expected(Specification specification, String what) {
        return holds == null ? Reach.NONE : specification.of(what, holds.role());
    }
}
