package constancia.web.pages.administration;

import constancia.kernel.Word;
import constancia.kernel.rights.Role;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.Messages;
import constancia.web.pages.Allowed;
import constancia.web.pages.Faults;
import constancia.web.security.AccountForms;
import constancia.web.security.AccountOffice;
import constancia.web.security.AccountOffice.HeldRole;
import constancia.web.security.AccountOffice.InvitationLink;
import constancia.web.security.AccountOffice.AccountShown;
import constancia.web.server.Address;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Who has an account and which roles it holds; the links into accounts are shown this once. */
@Controller
final class AccountsPages {

    private final AccountOffice office;
    private final AccountForms forms;
    private final Parts parts;
    private final Messages messages;
    private final Address address;

    AccountsPages(AccountOffice office, AccountForms forms, Parts parts, Messages messages, Address address) {
        this.office = office;
        this.forms = forms;
        this.parts = parts;
        this.messages = messages;
        this.address = address;
    }

    @GetMapping("/administration/accounts")
    String list(HttpServletRequest request, Model model) {
        Allowed.must("accounts");
        var accounts = office.all();
        model.addAttribute("accounts", accounts);
        model.addAttribute("invitations", office.invitations());
        about(accounts.stream(), request, model);
        return "accounts";
    }

    private void about(Stream<AccountShown> accounts, HttpServletRequest request, Model model) {
        model.addAttribute("names", parts.names(accounts.flatMap(account -> account.roles().stream()), request));
    }

    @GetMapping("/administration/accounts/new")
    String inviting(HttpServletRequest request, Model model) {
        Allowed.must("invite");
        return form(Map.of(), Map.of(), request, model);
    }

    private String form(Map<String, String[]> filled, Map<String, String> faults, HttpServletRequest request, Model model) {
        model.addAttribute("filled", new Filled(filled));
        model.addAttribute("faults", faults);
        model.addAttribute("roles", roles());
        model.addAttribute("parts", parts.all(request));
        return "account-new";
    }

    /** A person gets a link; a program gets none, and tokens by whoever enters for it. */
    @PostMapping("/administration/accounts/new")
    String invite(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        var filled = new Filled(request.getParameterMap());
        boolean program = filled.of("kind").equals(AccountOffice.AccountKind.PROGRAM.word());
        Allowed.must(program ? "make-account" : "invite");
        var body = filled.request("account", "name", program ? "kind" : "expiresOn");
        if (filled.has("role")) {
            var role = body.putArray("roles").addObject();
            role.setAll(filled.request("role", "from", "until"));
            filled.part(role);
        }
        var link = new InvitationLink[1];
        var faults = Faults.of(() -> {
            if (program) {
                office.make(actor(), forms.account(body));
            } else {
                var invitation = forms.invitation(body);
                link[0] = office.invite(actor(), invitation.wanted(), invitation.expiresOn());
            }
        }, response, messages, locale);
        return !faults.isEmpty() ? form(request.getParameterMap(), faults, request, model) : page(filled.of("account"), link[0], "account.made", Map.of(), request, model);
    }

    @GetMapping("/administration/accounts/{account}")
    String account(@PathVariable String account, @RequestParam(required = false) @Nullable String done, HttpServletRequest request, Model model) {
        Allowed.must("account");
        return page(account, null, done == null || !done.matches("disable|enable|end-sessions|end-tokens|grant-role|end-role") ? null : "account.done." + done, Map.of(), request, model);
    }

    private String page(String name, @Nullable InvitationLink link, @Nullable String notice, Map<String, String> faults, HttpServletRequest request, Model model) {
        var account = known(name);
        model.addAttribute("account", account);
        model.addAttribute("held", account.roles().stream().filter(role -> role.endedAt() == null).toList());
        model.addAttribute("ended", account.roles().stream().filter(role -> role.endedAt() != null).toList());
        model.addAttribute("history", office.history(name).reversed());
        model.addAttribute("roles", roles());
        model.addAttribute("parts", parts.all(request));
        model.addAttribute("link", link);
        model.addAttribute("address", link == null ? null : address.of(link.link()));
        model.addAttribute("notice", notice);
        model.addAttribute("faults", faults);
        model.addAttribute("filled", new Filled(faults.isEmpty() ? Map.of() : request.getParameterMap()));
        about(Stream.of(account), request, model);
        return "account-one";
    }

    @PostMapping(path = "/administration/accounts/{account}", params = "do=let-in-again")
    String again(@PathVariable String account, HttpServletRequest request, Model model) {
        Allowed.must("let-in-again");
        return page(account, office.again(actor(), known(account).name()), null, Map.of(), request, model);
    }

    @PostMapping(path = "/administration/accounts/{account}", params = "do=disable")
    String disable(@PathVariable String account, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return then("disable-account", "disable", account, () -> office.disable(actor(), known(account).name()), request, response, locale, model);
    }

    @PostMapping(path = "/administration/accounts/{account}", params = "do=enable")
    String enable(@PathVariable String account, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return then("enable-account", "enable", account, () -> office.enable(actor(), known(account).name()), request, response, locale, model);
    }

    @PostMapping(path = "/administration/accounts/{account}", params = "do=end-sessions")
    String endSessions(@PathVariable String account, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return then("end-sessions", "end-sessions", account, () -> office.endSessions(actor(), known(account).name()), request, response, locale, model);
    }

    @PostMapping(path = "/administration/accounts/{account}", params = "do=end-tokens")
    String endTokens(@PathVariable String account, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return then("end-tokens", "end-tokens", account, () -> office.endTokens(actor(), known(account).name()), request, response, locale, model);
    }

    @PostMapping(path = "/administration/accounts/{account}", params = "do=grant-role")
    String grant(@PathVariable String account, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return then("grant-role", "grant-role", account, () -> {
            var filled = new Filled(request.getParameterMap());
            var body = filled.request("role", "from", "until", "grounds");
            filled.part(body);
            var granted = forms.granted(body);
            office.grant(actor(), known(account).name(), granted.holding(), granted.grounds());
        }, request, response, locale, model);
    }

    @PostMapping(path = "/administration/accounts/{account}", params = "do=end-role")
    String end(@PathVariable String account, @RequestParam UUID held, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return then("end-role", "end-role", account, () -> {
            var holding = known(account).roles().stream().filter(role -> role.id().equals(held)).findFirst().orElseThrow(UnknownItem::new);
            var ended = forms.ended(ending(holding, new Filled(request.getParameterMap())));
            office.end(actor(), account, ended.holding().role(), ended.holding().to(), ended.grounds());
        }, request, response, locale, model);
    }

    private static ObjectNode ending(HeldRole holding, Filled filled) {
        var body = filled.request("grounds").put("role", holding.role().word());
        return holding.boundTo() == null ? body : body.put(holding.boundKind(), holding.boundTo().toString());
    }

    private String then(String task, String done, String account, Runnable change, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must(task);
        var faults = Faults.of(change, response, messages, locale);
        return faults.isEmpty() ? "redirect:/administration/accounts/{account}?done=" + done : page(account, null, null, faults, request, model);
    }

    @PostMapping("/administration/invitations/{id}/revoke")
    String revoke(@PathVariable UUID id) {
        Allowed.must("revoke-invitation");
        if (!office.revoke(actor(), id)) {
            throw new UnknownItem();
        }
        return "redirect:/administration/accounts";
    }

    private AccountShown known(String account) {
        return office.of(account).orElseThrow(UnknownItem::new);
    }

    private static List<String> roles() {
        return Word.all(Role.class);
    }

    private static String actor() {
        return Caller.current().account();
    }
}
