package constancia.web.wrong;

import org.springframework.web.bind.annotation.GetMapping;

/** Wrong on purpose: a route of which the table of rights says nothing. No annotation makes it a part of the register. */
public class RouteWithoutRight {

    @GetMapping("/api/forgotten")
    public String forgotten() {
        return "everything";
    }
}
