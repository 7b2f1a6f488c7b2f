package constancia.web.security;

import constancia.kernel.Invalid;
import constancia.web.Caller;
import constancia.web.security.SignIn.TooSoon;
import constancia.web.security.SignIn.Welcome;
import constancia.web.security.TokenDesk.TokenScope;
import constancia.web.security.TokenDesk.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is signed in, and the own account: password, second factor, sessions, tokens. What matters asks the password again. */
@Controller
final class AccountPages {

    /** A line about what was done, or what was wrong in which part of the page. */
    private record Part(String name, String error, List<Object> args) {}

    private static final int NAME = 100;

    private final SignIn signIn;
    private final OwnAccount own;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final TokenDesk tokens;
    private final Clock clock;

    AccountPages(SignIn signIn, OwnAccount own, SecondFactor secondFactor, Sessions sessions, TokenDesk tokens, Clock clock) {
        this.signIn = signIn;
        this.own = own;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/cuenta")
    ModelAndView account(HttpServletRequest request) {
        var account = Caller.current().account();
        return new ModelAndView("account").addObject("secondFactor", secondFactor.active(account)).addObject("sessions", sessions.of(account))
                .addObject("current", current(request)).addObject("tokens", tokens.of(account)).addObject("zone", clock.getZone());
    }

    @PostMapping("/cuenta/contrasena")
    ModelAndView password(@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String next, @RequestParam(defaultValue = "") String repeated,
                          HttpServletRequest request, HttpServletResponse response) {
        return afterPassword("password", password, request, response, () -> {
            if (!next.equals(repeated)) {
                return wrong(request, new Part("password", "password-not-repeated", List.of()));
            }
            try {
                own.changePassword(Caller.current().account(), next, current(request));
            } catch (Invalid e) {
                return wrong(request, new Part("password", e.code(), e.args()));
            }
            return done(request, "password-changed");
        });
    }

    @PostMapping("/cuenta/segundo-factor")
    ModelAndView begin(@RequestParam(defaultValue = "") String password, HttpServletRequest request, HttpServletResponse response) {
        return afterPassword("factor", password, request, response, () -> enrolment(secondFactor.begin(Caller.current().account())));
    }

    @PostMapping("/cuenta/segundo-factor/confirmar")
    ModelAndView confirm(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        var account = Caller.current().account();
        var begun = secondFactor.begun(account);
        if (begun.isEmpty()) {
            return new ModelAndView("redirect:/cuenta");
        }
        var codes = secondFactor.confirm(account, code);
        if (codes.isEmpty()) {
            var page = enrolment(begun.get()).addObject("error", "code-wrong").addObject("errorValue", 0);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return new ModelAndView("recovery-codes").addObject("codes", codes.get()).addObject("back", "/cuenta");
    }

    @PostMapping("/cuenta/segundo-factor/quitar")
    ModelAndView remove(@RequestParam(defaultValue = "") String password, HttpServletRequest request, HttpServletResponse response) {
        return afterPassword("factor", password, request, response, () -> {
            secondFactor.remove(Caller.current().account());
            return done(request, "second-factor-removed");
        });
    }

    @PostMapping("/cuenta/sesiones/{id}/cerrar")
    ModelAndView end(@PathVariable String id, HttpServletRequest request) {
        sessions.end(Caller.current().account(), id);
        return done(request, "session-ended");
    }

    @PostMapping("/cuenta/sesiones/cerrar-otras")
    ModelAndView endOthers(HttpServletRequest request) {
        sessions.endOthers(Caller.current().account(), current(request));
        return done(request, "sessions-ended");
    }

    @PostMapping("/cuenta/testigos")
    ModelAndView token(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "read") String scope, @RequestParam(defaultValue = "") String password,
                       HttpServletRequest request, HttpServletResponse response) {
        return afterPassword("tokens", password, request, response, () -> {
            var called = name.strip();
            var issued = tokens.issue(Caller.current().account(), new Wanted(called.isEmpty() ? null : called.substring(0, Math.min(called.length(), NAME)),
                    scope.equals(TokenScope.WRITE.word()) ? TokenScope.WRITE : TokenScope.READ, null));
            return account(request).addObject("issued", issued.token());
        });
    }

    @PostMapping("/cuenta/testigos/{id}/revocar")
    ModelAndView revoke(@PathVariable UUID id, HttpServletRequest request) {
        tokens.revoke(Caller.current().account(), id);
        return done(request, "token-ended");
    }

    private ModelAndView afterPassword(String part, String password, HttpServletRequest request, HttpServletResponse response, Supplier<ModelAndView> then) {
        return switch (signIn.again(Caller.current().account(), password, DeviceCookie.place(request, response))) {
            case Welcome _ -> then.get();
            case TooSoon soon -> wrong(request, new Part(part, "too-many-attempts", List.of(soon.left().toSeconds() + 1)));
            default -> wrong(request, new Part(part, "present-password-wrong", List.of()));
        };
    }

    private ModelAndView wrong(HttpServletRequest request, Part part) {
        var page = account(request).addObject("wrong", part.name).addObject("error", part.error).addObject("errorArgs", part.args.toArray());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView done(HttpServletRequest request, String notice) {
        return account(request).addObject("notice", notice);
    }

    private static ModelAndView enrolment(SecondFactor.Secret secret) {
        return new ModelAndView("enrol").addObject("secret", secret).addObject("qr", QrCode.of(secret.link())).addObject("own", true);
    }

    private String current(HttpServletRequest request) {
        return sessions.id(request.getSession().getId());
    }
}
