package constancia.web.security;

import constancia.kernel.rights.Role;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.commands.JsonBodies;
import constancia.web.openapi.Answers;
import constancia.web.security.AccountOffice.AccountChange;
import constancia.web.security.AccountOffice.PendingInvitation;
import constancia.web.security.AccountOffice.AccountKind;
import constancia.web.security.AccountOffice.InvitationLink;
import constancia.web.security.AccountOffice.AccountShown;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

    record AccountsShown(List<AccountShown> items) {}

    record ChangesShown(List<AccountChange> items) {}

    record InvitationsShown(List<PendingInvitation> items) {}

    record NewRole(Role role, @Nullable String body, @Nullable String plan, @Nullable String institution, @Nullable LocalDate from, @Nullable LocalDate until) {}

    record GrantedRole(Role role, @Nullable String body, @Nullable String plan, @Nullable String institution, @Nullable LocalDate from, @Nullable LocalDate until,
                       @Nullable String grounds) {}

    record EndedRole(Role role, @Nullable String body, @Nullable String plan, @Nullable String institution, @Nullable String grounds) {}

    record NewAccount(String account, @Nullable AccountKind kind, @Nullable String name, @Nullable UUID person, @Nullable List<NewRole> roles) {}

    record NewInvitation(String account, @Nullable String name, @Nullable UUID person, @Nullable List<NewRole> roles, @Nullable LocalDate expiresOn) {}

    private final AccountOffice office;
    private final AccountForms forms;
    private final JsonBodies bodies;

    AccountsController(AccountOffice office, AccountForms forms, JsonBodies bodies) {
        this.office = office;
        this.forms = forms;
        this.bodies = bodies;
    }

    @GetMapping("/api/accounts")
    ResponseEntity<AccountsShown> accounts() {
        return shown(new AccountsShown(office.all()));
    }

    @GetMapping("/api/accounts/{account}")
    ResponseEntity<AccountShown> account(@PathVariable String account) {
        return shown(known(account));
    }

    @GetMapping("/api/accounts/{account}/history")
    ResponseEntity<ChangesShown> history(@PathVariable String account) {
        return shown(new ChangesShown(office.history(known(account).name())));
    }

    @Answers(status = 201, takes = NewAccount.class)
    @PostMapping("/api/accounts")
    ResponseEntity<AccountShown> make(HttpServletRequest request) {
        var wanted = forms.account(bodies.read(request));
        office.make(actor(), wanted);
        return ResponseEntity.created(URI.create("/api/accounts/" + wanted.account())).cacheControl(CacheControl.noStore()).body(known(wanted.account()));
    }

    @PostMapping("/api/accounts/{account}/disable")
    ResponseEntity<AccountShown> disable(@PathVariable String account) {
        office.disable(actor(), known(account).name());
        return shown(known(account));
    }

    @PostMapping("/api/accounts/{account}/enable")
    ResponseEntity<AccountShown> enable(@PathVariable String account) {
        office.enable(actor(), known(account).name());
        return shown(known(account));
    }

    @Answers(takes = GrantedRole.class)
    @PostMapping("/api/accounts/{account}/grant-role")
    ResponseEntity<AccountShown> grant(@PathVariable String account, HttpServletRequest request) {
        var granted = forms.granted(bodies.read(request));
        office.grant(actor(), known(account).name(), granted.holding(), granted.grounds());
        return shown(known(account));
    }

    @Answers(takes = EndedRole.class)
    @PostMapping("/api/accounts/{account}/end-role")
    ResponseEntity<AccountShown> end(@PathVariable String account, HttpServletRequest request) {
        var ended = forms.ended(bodies.read(request));
        office.end(actor(), known(account).name(), ended.holding().role(), ended.holding().to(), ended.grounds());
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
    ResponseEntity<InvitationLink> again(@PathVariable String account) {
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(office.again(actor(), known(account).name()));
    }

    @Answers(status = 201, takes = NewInvitation.class)
    @PostMapping("/api/invitations")
    ResponseEntity<InvitationLink> invite(HttpServletRequest request) {
        var invitation = forms.invitation(bodies.read(request));
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(office.invite(actor(), invitation.wanted(), invitation.expiresOn()));
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

    private AccountShown known(String account) {
        return office.of(account).orElseThrow(UnknownItem::new);
    }

    private static String actor() {
        return Caller.current().account();
    }

    private static <T> ResponseEntity<T> shown(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
