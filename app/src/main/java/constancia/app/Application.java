package constancia.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/**
 * The register. Requests are not observed one by one: health is what is shown, and each observation costs. There is no
 * page for errors: they are problems, whoever finds them.
 */
@SpringBootApplication(scanBasePackages = {"constancia.app", "constancia.web"},
        exclude = {UserDetailsServiceAutoConfiguration.class, WebMvcObservationAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
public class Application {

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int CARRIERS_PER_PROCESSOR = 2;

    public static void main(String[] args) {
        carryRequests();
        SpringApplication.run(Application.class, args);
    }

    /**
     * PostgreSQL works on the same processors. With one carrier for each, what a carrier is to run next waits while the
     * operating system lets others run.
     */
    private static void carryRequests() {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, String.valueOf(CARRIERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors()));
        }
    }
}
