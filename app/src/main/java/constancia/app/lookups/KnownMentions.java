package constancia.app.lookups;

import constancia.command.Command;
import constancia.command.Mention;
import constancia.command.documents.Documents;
import constancia.command.persons.Persons;
import constancia.kernel.Invalid;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Whatever document or person a command names must be one that the register has: asked in the transaction that appends. */
public final class KnownMentions implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Documents documents;
    private final Persons persons;

    public KnownMentions(Documents documents, Persons persons) {
        this.documents = documents;
        this.persons = persons;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (!(unitOfWork.getMessage().getPayload() instanceof Command command)) {
            return chain.proceed();
        }
        var mentions = Mention.in(command);
        mentions.forEach(this::mustBeKnown);
        var outcome = chain.proceed();
        keep(mentions, command);
        return outcome;
    }

    private void mustBeKnown(Mention mention) {
        switch (mention.kind()) {
            case DOCUMENT -> {
                if (!documents.has((String) mention.value())) {
                    throw new Invalid(mention.field(), "unknown-document", mention.value());
                }
            }
            case PERSON -> {
                if (!persons.has((UUID) mention.value())) {
                    throw new Invalid(mention.field(), "unknown-person", mention.value());
                }
            }
        }
    }

    private void keep(List<Mention> mentions, Command command) {
        mentions.stream().filter(mention -> mention.kind() == Mention.Kind.DOCUMENT).map(mention -> (String) mention.value()).distinct().sorted()
                .forEach(sha256 -> documents.named(sha256, command.id()));
    }
}
