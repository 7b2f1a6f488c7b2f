package constancia.query.access;

import constancia.kernel.Recorded;
import constancia.kernel.access.AccessEvent;
import constancia.kernel.access.AccessEvent.ReadsSealed;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.View;
import java.time.LocalDate;
import java.util.List;

/** How far the log of reads is sealed. */
public final class AccessLogView implements View<AccessEvent, Long> {

    public static final String TYPE = "access-log";

    /** @param sealedUpTo the number of the last entry under a seal */
    record AccessLogItem(long sealedUpTo) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<AccessEvent> events() {
        return AccessEvent.class;
    }

    @Override
    public Long nothing() {
        return 0L;
    }

    @Override
    public Long evolve(Long sealed, Recorded<AccessEvent> record) {
        return switch (record.event()) {
            case ReadsSealed e -> Math.max(sealed, e.upTo());
        };
    }

    @Override
    public Object answer(Long sealed, LocalDate on, Names names) {
        return new AccessLogItem(sealed);
    }

    @Override
    public Label label(Long sealed) {
        return new Label(null, null, null);
    }

    @Override
    public List<Object> summary(AccessEvent event, Names names) {
        return switch (event) {
            case ReadsSealed e -> List.of(e.count(), e.upTo());
        };
    }
}
