package constancia.app.journal;

import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Leave to decide a command on the kept state of its item without reading the journal. What it decides holds only if
 * an append proved that the state was the last one; a refusal, or a decision to record nothing, proves nothing. Only a
 * transaction that has sent nothing may use it: its id comes later then, and is greater than that of the state's last record.
 */
final class Trust {

    /** Under this key of a command's metadata it travels. */
    static final String KEY = "trust";

    private boolean used;
    private boolean proven;

    static @Nullable Trust in(UnitOfWork<?> unitOfWork) {
        var message = unitOfWork.getMessage();
        return message == null ? null : (Trust) message.getMetaData().get(KEY);
    }

    void use() {
        used = true;
    }

    void prove() {
        proven = true;
    }

    /** Whether what was decided stands. */
    boolean holds() {
        return !used || proven;
    }
}
