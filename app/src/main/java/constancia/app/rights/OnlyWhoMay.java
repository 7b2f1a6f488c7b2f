package constancia.app.rights;

import constancia.command.Command;
import constancia.command.Shell;
import constancia.command.rights.Entitlement;
import constancia.kernel.Provenance;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Every command passes here, whoever gives it and in whichever way: in the transaction that appends, before anything else is asked. */
public final class OnlyWhoMay implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Entitlement entitlement;

    public OnlyWhoMay(Entitlement entitlement) {
        this.entitlement = entitlement;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        var message = unitOfWork.getMessage();
        if (message.getPayload() instanceof Command command) {
            entitlement.require(command, (Provenance) Objects.requireNonNull(message.getMetaData().get(Shell.BY), "Nobody gives this command"));
        }
        return chain.proceed();
    }
}
