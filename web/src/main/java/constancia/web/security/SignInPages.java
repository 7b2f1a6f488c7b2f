package constancia.web.security;

import constancia.web.security.SignIn.CodeNeeded;
import constancia.web.security.SignIn.EnrolmentNeeded;
import constancia.web.security.SignIn.Outcome;
import constancia.web.security.SignIn.TooSoon;
import constancia.web.security.SignIn.Welcome;
import constancia.web.security.SignIn.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out, in one or two steps. */
@Controller
final class SignInPages {

    private static final int LONGEST = 1_000;

    private final SignIn signIn;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final ExternalSignIn external;
    private final Clock clock;

    SignInPages(SignIn signIn, SecondFactor secondFactor, Sessions sessions, ExternalSignIn external, @Qualifier("wallClock") Clock clock) {
        this.signIn = signIn;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.external = external;
        this.clock = clock;
    }

    @GetMapping("/entrar")
    ModelAndView ask(@RequestParam(name = "volver", defaultValue = "/") String back, @RequestParam(name = "salio", required = false) @Nullable String left,
                     @RequestParam(name = "listo", required = false) @Nullable String ready,
                     @RequestParam(name = "externo", required = false) @Nullable String refused) {
        var page = page("sign-in", back).addObject("account", "");
        if (left != null || ready != null) {
            page.addObject("notice", left != null ? "signed-out" : "password-chosen");
        }
        return refused == null ? page : failed(page, "external-unknown", 0);
    }

    @PostMapping("/entrar")
    ModelAndView enter(@RequestParam(name = "account", defaultValue = "") String account, @RequestParam(name = "password", defaultValue = "") String password,
                       @RequestParam(name = "volver", defaultValue = "/") String back, HttpServletRequest request, HttpServletResponse response) {
        var place = DeviceCookie.place(request, response);
        var outcome = account.isBlank() || password.isEmpty() || account.length() + password.length() > LONGEST ? new Wrong() : signIn.password(account, password, place);
        return next(outcome, page("sign-in", back).addObject("account", account), back, request);
    }

    @GetMapping("/entrar/codigo")
    ModelAndView askCode(@RequestParam(name = "volver", defaultValue = "/") String back, HttpServletRequest request) {
        return SignedInBrowser.pending(request, clock) == null ? new ModelAndView("redirect:/entrar") : page("sign-in-code", back);
    }

    @PostMapping("/entrar/codigo")
    ModelAndView code(@RequestParam(name = "code", defaultValue = "") String code, @RequestParam(name = "volver", defaultValue = "/") String back,
                      HttpServletRequest request, HttpServletResponse response) {
        var account = SignedInBrowser.pending(request, clock);
        if (account == null) {
            return new ModelAndView("redirect:/entrar");
        }
        return next(signIn.code(account, code, DeviceCookie.place(request, response)), page("sign-in-code", back), back, request);
    }

    /** Before anything else, where the register wants a second factor of everybody. */
    @GetMapping("/entrar/segundo-factor")
    ModelAndView enrol(@RequestParam(name = "volver", defaultValue = "/") String back, HttpServletRequest request) {
        var account = SignedInBrowser.pending(request, clock);
        return account == null || secondFactor.active(account) ? new ModelAndView("redirect:/entrar") : enrolment(account, back);
    }

    @PostMapping("/entrar/segundo-factor")
    ModelAndView enrolled(@RequestParam(name = "code", defaultValue = "") String code, @RequestParam(name = "volver", defaultValue = "/") String back, HttpServletRequest request) {
        var account = SignedInBrowser.pending(request, clock);
        if (account == null || secondFactor.active(account)) {
            return new ModelAndView("redirect:/entrar");
        }
        var codes = secondFactor.confirm(account, code);
        if (codes.isEmpty()) {
            return failed(enrolment(account, back), "code-wrong", 0);
        }
        SignedInBrowser.begin(request, account, sessions);
        return page("recovery-codes", back).addObject("codes", codes.get());
    }

    @PostMapping("/salir")
    ModelAndView leave(HttpServletRequest request) {
        SignedInBrowser.end(request);
        return new ModelAndView("redirect:/entrar?salio");
    }

    private ModelAndView enrolment(String account, String back) {
        var secret = secondFactor.begun(account).orElseGet(() -> secondFactor.begin(account));
        return page("enrol", back).addObject("secret", secret).addObject("qr", QrCode.of(secret.link()));
    }

    private ModelAndView next(Outcome outcome, ModelAndView again, String back, HttpServletRequest request) {
        boolean password = "sign-in".equals(again.getViewName());
        return switch (outcome) {
            case Welcome welcome -> {
                SignedInBrowser.begin(request, welcome.account(), sessions);
                yield new ModelAndView("redirect:" + local(back));
            }
            case CodeNeeded needed -> halfWay(needed.account(), "/entrar/codigo", back, request);
            case EnrolmentNeeded needed -> halfWay(needed.account(), "/entrar/segundo-factor", back, request);
            case Wrong _ -> failed(again, password ? "sign-in-wrong" : "code-wrong", 0);
            case TooSoon soon -> {
                var page = failed(again, "too-many-attempts", soon.left().toSeconds() + 1);
                page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield page;
            }
        };
    }

    private static ModelAndView halfWay(String account, String path, String back, HttpServletRequest request) {
        SignedInBrowser.halfWay(request, account);
        var page = new ModelAndView("redirect:" + path);
        return back.equals("/") ? page : page.addObject("volver", local(back));
    }

    private static ModelAndView failed(ModelAndView page, String why, long seconds) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("error", why).addObject("errorValue", seconds);
    }

    private ModelAndView page(String view, String back) {
        return new ModelAndView(view).addObject("back", local(back)).addObject("external", external.choices());
    }

    /** Where somebody wanted to go, if that is here and nowhere else. */
    static String local(String path) {
        boolean plain = path.startsWith("/") && !path.startsWith("//") && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        return plain ? path : "/";
    }
}
