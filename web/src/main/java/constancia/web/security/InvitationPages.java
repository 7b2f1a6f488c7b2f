package constancia.web.security;

import constancia.kernel.Invalid;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a one-time link leads: a password is chosen, or another system vouches from now on. */
@Controller
final class InvitationPages {

    private final AccountOffice office;
    private final ExternalSignIn external;

    InvitationPages(AccountOffice office, ExternalSignIn external) {
        this.office = office;
        this.external = external;
    }

    @GetMapping("/invitacion/{link}")
    ModelAndView open(@PathVariable String link) {
        return office.invited(link).map(account -> page(link, account)).orElseGet(InvitationPages::over);
    }

    @PostMapping("/invitacion/{link}")
    ModelAndView accept(@PathVariable String link, @RequestParam(defaultValue = "") String next, @RequestParam(defaultValue = "") String repeated,
                        HttpServletRequest request, HttpServletResponse response) {
        var account = office.invited(link);
        if (account.isEmpty()) {
            return over();
        }
        if (!next.equals(repeated)) {
            return wrong(page(link, account.get()), "password-not-repeated", List.of());
        }
        try {
            if (office.accept(link, next).isEmpty()) {
                return over();
            }
        } catch (Invalid e) {
            return wrong(page(link, account.get()), e.code(), e.args());
        }
        SignedInBrowser.end(request);
        return new ModelAndView("redirect:/entrar?listo");
    }

    private ModelAndView page(String link, String account) {
        return new ModelAndView("invitation").addObject("account", account).addObject("link", link).addObject("external", external.choices());
    }

    private static ModelAndView wrong(ModelAndView page, String why, List<Object> args) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("error", why).addObject("errorArgs", args.toArray());
    }

    private static ModelAndView over() {
        var page = new ModelAndView("invitation-over");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
