package constancia.web.items;

import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.web.BadRequest;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.FieldProblem;
import constancia.web.Lists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What belongs to an item: {@code /api/plans/{id}/actions} is {@code /api/actions?plan={id}}, for every list that takes that filter. */
@RestController
final class PartsController {

    private final RequestMappingHandlerMapping mapping;
    private final Journal journal;

    PartsController(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, Journal journal) {
        this.mapping = mapping;
        this.journal = journal;
    }

    @GetMapping("/api/{collection}/{id}/{list}")
    ResponseEntity<?> parts(@PathVariable String collection, @PathVariable UUID id, @PathVariable String list, HttpServletRequest request) throws Throwable {
        var of = Collections.at(collection).orElseThrow(UnknownItem::new);
        var filter = Lists.filter(of);
        var handler = Lists.of(mapping, of).get(list);
        if (handler == null || !journal.holds(Caller.current().reader(), of.type(), id)) {
            throw new UnknownItem();
        }
        if (request.getParameterMap().containsKey(filter)) {
            throw new BadRequest(400, List.of(FieldProblem.of(filter, "unknown-parameter", filter)));
        }
        var narrowed = new HashMap<>(request.getParameterMap());
        narrowed.put(filter, new String[] {id.toString()});
        return AskedList.answer(handler, request, narrowed);
    }
}
