package constancia.web.pages;

import constancia.kernel.Invalid;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.institutions.Handover;
import constancia.web.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** One's own institution, and what whoever speaks for an institution hands over. */
@Controller
final class InstitutionPages {

    private final Handover handover;
    private final Journal journal;
    private final Mentions mentions;
    private final Formats formats;
    private final JsonMapper json;

    InstitutionPages(Handover handover, Journal journal, Mentions mentions, Formats formats, JsonMapper json) {
        this.handover = handover;
        this.journal = journal;
        this.mentions = mentions;
        this.formats = formats;
        this.json = json;
    }

    /** The institution for which one acts. */
    @GetMapping("/mine")
    String mine() {
        var own = Caller.current().institution();
        return own == null ? "redirect:/" : "redirect:/institutions/" + own;
    }

    @GetMapping("/institutions/{id:[0-9a-f-]+}/dossier")
    String dossier(@PathVariable UUID id, @RequestParam UUID mandate, HttpServletRequest request, Model model) {
        furnish(id, mandate, request, model);
        return "dossier";
    }

    private void furnish(UUID id, UUID mandate, HttpServletRequest request, Model model) {
        var reader = Caller.current().reader();
        if (!journal.holds(reader, "institution", id)) {
            throw new UnknownItem();
        }
        var dossier = handover.of(reader, id, mandate, formats.today()).orElseThrow(() -> new Invalid("mandate", "unknown-representative"));
        model.addAttribute("id", id);
        model.addAttribute("dossier", dossier);
        model.addAttribute("person", mentions.in(json.valueToTree(dossier.mandate()), request).get(dossier.mandate().person().toString()));
        model.addAttribute("today", formats.today());
    }
}
