package constancia.web.wrong;

import constancia.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;

/** Wrong on purpose: cannot be made without a container. */
public class FieldInjected {

    @Autowired
    private Messages messages;
}
