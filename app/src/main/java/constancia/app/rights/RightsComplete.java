package constancia.app.rights;

import constancia.command.access.AccessCommand;
import constancia.kernel.rights.Right;
import constancia.kernel.rights.Right.Kind;
import constancia.kernel.rights.Rights;
import constancia.web.Collections;
import constancia.web.rights.RouteRights;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The register does not start with a table of rights that leaves a command or a route out, or names one that there is not. */
@Component
public final class RightsComplete implements InitializingBean {

    private final RequestMappingHandlerMapping mapping;

    RightsComplete(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void afterPropertiesSet() {
        var faults = faults(Rights.table(), commands(), RouteRights.routes(mapping));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The table of rights is not that of this register: " + String.join("; ", faults));
        }
    }

    /** What the table says too little or too much. */
    public static Set<String> faults(Rights rights, Set<String> commands, Set<String> routes) {
        var rows = rights.all().stream().map(right -> right.kind() == Kind.COMMAND ? right.what() : right.route()).collect(Collectors.toSet());
        var needed = Stream.concat(commands.stream(), routes.stream()).collect(Collectors.toSet());
        var faults = new TreeSet<String>();
        needed.stream().filter(one -> !rows.contains(one)).forEach(one -> faults.add("no row for " + one));
        rows.stream().filter(one -> !needed.contains(one)).forEach(one -> faults.add("a row for " + one + ", which there is not"));
        return faults;
    }

    /** Every command as the table calls it, also those that only policies give. */
    public static Set<String> commands() {
        var all = new TreeSet<String>();
        for (var collection : Collections.values()) {
            Stream.concat(collection.commands().stream(), collection.internal().stream()).forEach(command -> all.add(collection.nameOf(command)));
        }
        Stream.of(AccessCommand.class.getPermittedSubclasses()).forEach(command -> all.add(Collections.OF_THE_ACCESS_LOG + Collections.kebab(command)));
        return all;
    }
}
