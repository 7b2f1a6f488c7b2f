package constancia.query.history;

import constancia.kernel.reserve.Classification;
import constancia.kernel.reserve.ItemClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** On what grounds of law something is not public, and until when. */
public record Reserve(@Nullable LocalDate until, @Nullable String legalBasis, @Nullable String authority, @Nullable String resolution) {

    /** Null of what is public. */
    public static @Nullable Reserve of(Classification said) {
        return said.as() == ItemClass.PUBLIC ? null : new Reserve(said.until(), said.legalBasis(), said.authority(), said.resolution());
    }
}
