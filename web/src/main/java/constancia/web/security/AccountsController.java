package constancia.web.security;

import constancia.kernel.Invalid;
import constancia.kernel.ItemId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Role;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.FieldProblem;
import constancia.web.NameResolver;
import constancia.web.commands.JsonBodies;
import constancia.web.openapi.Answers;
import constancia.web.security.AccountOffice.Change;
import constancia.web.security.AccountOffice.Holding;
import constancia.web.security.AccountOffice.Invited;
import constancia.web.security.AccountOffice.Kind;
import constancia.web.security.AccountOffice.Link;
import constancia.web.security.AccountOffice.New;
import constancia.web.security.AccountOffice.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, their roles and the links by which people get into them, for administrators. */
@RestController
final class AccountsController {

    record AccountsShown(List<Shown> items) {}

    record ChangesShown(List<Change> items) {}

    record InvitationsShown(List<Invited> items) {}

    record NewRole(Role role, @Nullable String body, @Nullable String plan, @Nullable String institution, @Nullable LocalDate from, @Nullable LocalDate until) {}

    record EndedRole(Role role, @Nullable String body, @Nullable String plan, @Nullable String institution) {}

    record NewAccount(String account, @Nullable Kind kind, @Nullable String name, @Nullable UUID person, @Nullable List<NewRole> roles) {}

    record NewInvitation(String account, @Nullable String name, @Nullable UUID person, @Nullable List<NewRole> roles, @Nullable LocalDate expiresOn) {}

    private static final String NAMES = "[a-z0-9][a-z0-9._@-]{1,99}";
    private static final String[] HOLDING = {"role", "body", "plan", "institution", "from", "until"};

    private final AccountOffice office;
    private final NameResolver names;
    private final JsonBodies bodies;

    AccountsController(AccountOffice office, NameResolver names, JsonBodies bodies) {
        this.office = office;
        this.names = names;
        this.bodies = bodies;
    }

    @GetMapping("/api/accounts")
    ResponseEntity<AccountsShown> accounts() {
        return shown(new AccountsShown(office.all()));
    }

    @GetMapping("/api/accounts/{account}")
    ResponseEntity<Shown> account(@PathVariable String account) {
        return shown(known(account));
    }

    @GetMapping("/api/accounts/{account}/history")
    ResponseEntity<ChangesShown> history(@PathVariable String account) {
        return shown(new ChangesShown(office.history(known(account).name())));
    }

    @Answers(status = 201, takes = NewAccount.class)
    @PostMapping("/api/accounts")
    ResponseEntity<Shown> make(HttpServletRequest request) {
        var form = new Form(bodies.read(request), "account", "kind", "name", "person", "roles");
        var kind = form.word("kind", Kind.values());
        var wanted = wanted(form, kind == null ? Kind.PERSON : kind);
        office.make(actor(), wanted);
        return ResponseEntity.created(URI.create("/api/accounts/" + wanted.account())).cacheControl(CacheControl.noStore()).body(known(wanted.account()));
    }

    @PostMapping("/api/accounts/{account}/disable")
    ResponseEntity<Shown> disable(@PathVariable String account) {
        office.disable(actor(), known(account).name());
        return shown(known(account));
    }

    @PostMapping("/api/accounts/{account}/enable")
    ResponseEntity<Shown> enable(@PathVariable String account) {
        office.enable(actor(), known(account).name());
        return shown(known(account));
    }

    @Answers(takes = NewRole.class)
    @PostMapping("/api/accounts/{account}/grant-role")
    ResponseEntity<Shown> grant(@PathVariable String account, HttpServletRequest request) {
        var form = new Form(bodies.read(request), HOLDING);
        var holding = holding(form);
        form.failIfAny();
        office.grant(actor(), known(account).name(), holding);
        return shown(known(account));
    }

    @Answers(takes = EndedRole.class)
    @PostMapping("/api/accounts/{account}/end-role")
    ResponseEntity<Shown> end(@PathVariable String account, HttpServletRequest request) {
        var form = new Form(bodies.read(request), "role", "body", "plan", "institution");
        var holding = holding(form);
        form.failIfAny();
        office.end(actor(), known(account).name(), holding.role(), holding.to());
        return shown(known(account));
    }

    @Answers(status = 204)
    @DeleteMapping("/api/accounts/{account}/sessions")
    ResponseEntity<Void> endSessions(@PathVariable String account) {
        office.endSessions(actor(), known(account).name());
        return ResponseEntity.noContent().build();
    }

    @Answers(status = 204)
    @DeleteMapping("/api/accounts/{account}/tokens")
    ResponseEntity<Void> endTokens(@PathVariable String account) {
        office.endTokens(actor(), known(account).name());
        return ResponseEntity.noContent().build();
    }

    @Answers(status = 201)
    @PostMapping("/api/accounts/{account}/let-in-again")
    ResponseEntity<Link> again(@PathVariable String account) {
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(office.again(actor(), known(account).name()));
    }

    @Answers(status = 201, takes = NewInvitation.class)
    @PostMapping("/api/invitations")
    ResponseEntity<Link> invite(HttpServletRequest request) {
        var form = new Form(bodies.read(request), "account", "name", "person", "roles", "expiresOn");
        var expiresOn = form.date("expiresOn");
        var wanted = wanted(form, Kind.PERSON);
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(office.invite(actor(), wanted, expiresOn));
    }

    @GetMapping("/api/invitations")
    ResponseEntity<InvitationsShown> invitations() {
        return shown(new InvitationsShown(office.invitations()));
    }

    @Answers(status = 204)
    @DeleteMapping("/api/invitations/{id}")
    ResponseEntity<Void> revoke(@PathVariable UUID id) {
        if (!office.revoke(actor(), id)) {
            throw new UnknownItem();
        }
        return ResponseEntity.noContent().build();
    }

    private New wanted(Form form, Kind kind) {
        var account = form.required("account", 100);
        if (!account.isEmpty() && !account.matches(NAMES)) {
            form.fault(FieldProblem.of("account", "text-not-in-form", "marta.rivas"));
        }
        var wanted = new New(account, kind, form.text("name", 300), form.uuid("person"), form.each("roles", HOLDING).stream().map(this::holding).toList());
        form.failIfAny();
        return wanted;
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

    private Shown known(String account) {
        return office.of(account).orElseThrow(UnknownItem::new);
    }

    private static String actor() {
        return Caller.current().account();
    }

    private static <T> ResponseEntity<T> shown(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
