package constancia.kernel.wrong;

import org.springframework.stereotype.Component;

/** Wrong on purpose: the kernel uses a framework. */
@Component
public class KernelWithSpring {}
