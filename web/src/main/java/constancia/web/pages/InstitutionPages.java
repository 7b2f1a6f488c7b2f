package constancia.web.pages;

import constancia.kernel.Invalid;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.institutions.Handover;
import constancia.query.institutions.Handover.Dossier;
import constancia.query.ledger.LedgerRecords;
import constancia.web.Caller;
import constancia.web.server.Address;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
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
    private final LedgerRecords ledger;
    private final PrintedPages printed;
    private final Address address;

    InstitutionPages(Handover handover, Journal journal, Mentions mentions, Formats formats, JsonMapper json, LedgerRecords ledger, PrintedPages printed, Address address) {
        this.handover = handover;
        this.journal = journal;
        this.mentions = mentions;
        this.formats = formats;
        this.json = json;
        this.ledger = ledger;
        this.printed = printed;
        this.address = address;
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

    /** The same on paper, for whoever hands over and whoever takes over to sign. */
    @GetMapping("/institutions/{id:[0-9a-f-]+}/dossier.pdf")
    ResponseEntity<byte[]> onPaper(@PathVariable UUID id, @RequestParam UUID mandate, HttpServletRequest request, Locale locale) {
        var model = new ExtendedModelMap();
        var institution = furnish(id, mandate, request, model).institution();
        model.addAttribute("today", formats.today());
        model.addAttribute("checkpoint", ledger.checkpoint());
        model.addAttribute("url", address.of("/institutions/" + id + "/dossier?mandate=" + mandate));
        return printed.answer(institution.acronym() == null ? "traspaso" : "traspaso-" + institution.acronym(), "print/dossier", model, locale);
    }

    private Dossier furnish(UUID id, UUID mandate, HttpServletRequest request, Model model) {
        var reader = Caller.current().reader();
        if (!journal.holds(reader, "institution", id)) {
            throw new UnknownItem();
        }
        var dossier = handover.of(reader, id, mandate, formats.today()).orElseThrow(() -> new Invalid("mandate", "unknown-representative"));
        model.addAttribute("id", id);
        model.addAttribute("mandate", mandate);
        model.addAttribute("dossier", dossier);
        model.addAttribute("person", mentions.in(json.valueToTree(dossier.mandate()), request).get(dossier.mandate().person().toString()));
        return dossier;
    }
}
