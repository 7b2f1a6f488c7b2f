package constancia.web.security;

import constancia.kernel.Invalid;
import constancia.kernel.ItemId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Role;
import constancia.web.FieldProblem;
import constancia.web.NameResolver;
import constancia.web.security.AccountOffice.Holding;
import constancia.web.security.AccountOffice.AccountKind;
import constancia.web.security.AccountOffice.New;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What is asked about accounts, read: programs and pages ask for it in the same words and are told the same faults. */
@Component
public final class AccountForms {

    public record Invitation(New wanted, @Nullable LocalDate expiresOn) {}

    /** A role to be given or ended, and why. */
    public record Reasoned(Holding holding, @Nullable String grounds) {}

    private static final String NAMES = "[a-z0-9][a-z0-9._@-]{1,99}";
    private static final String[] HOLDING = {"role", "body", "plan", "institution", "from", "until"};
    private static final int GROUNDS = 2000;

    private final NameResolver names;

    AccountForms(NameResolver names) {
        this.names = names;
    }

    /** @throws constancia.web.BadRequest with every field at fault, as the others here */
    public New account(ObjectNode body) {
        var form = new Form(body, "account", "kind", "name", "person", "roles");
        var kind = form.word("kind", AccountKind.values());
        return wanted(form, kind == null ? AccountKind.PERSON : kind);
    }

    public Invitation invitation(ObjectNode body) {
        var form = new Form(body, "account", "name", "person", "roles", "expiresOn");
        var expiresOn = form.date("expiresOn");
        return new Invitation(wanted(form, AccountKind.PERSON), expiresOn);
    }

    public Reasoned granted(ObjectNode body) {
        return reasoned(body, "role", "body", "plan", "institution", "from", "until", "grounds");
    }

    public Reasoned ended(ObjectNode body) {
        return reasoned(body, "role", "body", "plan", "institution", "grounds");
    }

    private New wanted(Form form, AccountKind kind) {
        var account = form.required("account", 100);
        if (!account.isEmpty() && !account.matches(NAMES)) {
            form.fault(FieldProblem.of("account", "text-not-in-form", "marta.rivas"));
        }
        var wanted = new New(account, kind, form.text("name", 300), form.uuid("person"), form.each("roles", HOLDING).stream().map(this::holding).toList());
        form.failIfAny();
        return wanted;
    }

    private Reasoned reasoned(ObjectNode body, String... fields) {
        var form = new Form(body, fields);
        var holding = holding(form);
        var grounds = form.text("grounds", GROUNDS);
        form.failIfAny();
        return new Reasoned(holding, grounds);
    }

    private Holding holding(Form form) {
        var role = form.orFault("role", form.word("role", Role.values()), Role.OBSERVER);
        var to = part(form);
        if ((role == Role.LIAISON) != (to instanceof InstitutionId)) {
            form.fault(FieldProblem.of("institution", "liaison-of-an-institution"));
        }
        var holding = new Holding(role, to, form.date("from"), form.date("until"));
        if (holding.from() != null && holding.until() != null && holding.until().isBefore(holding.from())) {
            form.fault(FieldProblem.of("until", "bad-parameter", holding.until()));
        }
        return holding;
    }

    private @Nullable ItemId part(Form form) {
        var body = found(form, "body", names::bodies);
        var plan = found(form, "plan", names::plans);
        var institution = found(form, "institution", names::institutions);
        return body != null ? new BodyId(body) : plan != null ? new PlanId(plan) : institution != null ? new InstitutionId(institution) : null;
    }

    private static @Nullable UUID found(Form form, String field, Function<String, List<NameResolver.Found>> find) {
        var written = form.text(field, 300);
        if (written == null) {
            return null;
        }
        var found = find.apply(written);
        if (found.size() == 1) {
            return found.getFirst().id();
        }
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException noId) {
            throw found.isEmpty() ? new Invalid(field, "unknown-name", written)
                    : new Invalid(field, "ambiguous-name", written, String.join("; ", found.stream().map(NameResolver.Found::name).toList()));
        }
    }
}
