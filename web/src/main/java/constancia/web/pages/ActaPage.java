package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.ledger.LedgerRecords;
import constancia.query.meetings.AfterMeetings;
import constancia.web.Caller;
import constancia.web.Messages;
import constancia.web.server.Address;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The acta on paper. Once the minutes are approved it tells what was known then, and stays the same whatever comes after. */
@Controller
final class ActaPage {

    private final Items items;
    private final AfterMeetings after;
    private final LedgerRecords ledger;
    private final PrintedPages printed;
    private final Address address;

    ActaPage(Items items, AfterMeetings after, LedgerRecords ledger, PrintedPages printed, Address address) {
        this.items = items;
        this.after = after;
        this.ledger = ledger;
        this.printed = printed;
        this.address = address;
    }

    @GetMapping("/meetings/{id:[0-9a-f-]+}/acta.pdf")
    ResponseEntity<byte[]> acta(@PathVariable UUID id, Locale locale) {
        var reader = Caller.current().reader();
        var now = after.minutes(reader, id, CutRequest.NOW, locale).value();
        var cut = items.history(reader, "meeting", id, Messages.supported(locale)).items().stream()
                .filter(record -> record.type().equals("MinutesApproved") && record.position() != null)
                .map(record -> CutRequest.parse(String.valueOf(record.position()), null)).findFirst().orElse(CutRequest.NOW);
        var item = Answered.fields(items.item(reader, "meeting", id, cut).json());
        var name = Stream.of(now.folio(), item.get("body") instanceof Map<?, ?> body ? body.get("acronym") : null, "acta").filter(Objects::nonNull).findFirst().orElseThrow().toString();
        return printed.answer(name, "print/acta", Map.of("item", item, "agreed", after.agreed(reader, id, cut).value(), "minutes", now, "unresolved", unresolved(item), "blocks", blocks(now),
                "checkpoint", ledger.checkpoint(), "url", address.of("/meetings/" + id)), locale);
    }

    /** The text of the minutes by its paragraphs: the one approved, the last draft, or what the register would write now. */
    private static List<String> blocks(AfterMeetings.Minutes minutes) {
        var text = minutes.text() != null ? minutes.text() : minutes.generated();
        return text == null ? List.of() : Stream.of(text.split("\\R\\s*\\R")).map(String::stripTrailing).filter(block -> !block.isBlank()).toList();
    }

    /** What goes into the final report: the deliberations on which discrepancies persist. */
    private static List<Map<String, Object>> unresolved(Map<String, Object> item) {
        return Answered.maps(item.get("deliberations")).stream().filter(one -> !Answered.maps(one.get("discrepancies")).isEmpty()).toList();
    }
}
