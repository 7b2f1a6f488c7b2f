package constancia.web.server;

import constancia.web.Problems;
import jakarta.servlet.DispatcherType;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import tools.jackson.databind.json.JsonMapper;

/** What stands around the register within the HTTP server, from the outside in: the proxy's word, the headers, the last refusal. */
@Configuration
class ServerSetup {

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> aroundTheRegister(@Value("${constancia.proxy:}") String proxies, Problems problems, JsonMapper json) {
        return server -> {
            if (!proxies.isBlank()) {
                server.addEngineValves(believing(proxies));
            }
            server.addEngineValves(new StrictHeaders());
            server.addContextCustomizers(context -> {
                var host = (StandardHost) context.getParent();
                host.getPipeline().addValve(new LastProblem(problems, json));
                // Otherwise the host adds its own reporter, which would answer first, with a page.
                host.setErrorReportValveClass(LastProblem.class.getName());
            });
        };
    }

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> hashedAddresses() {
        var registration = new FilterRegistrationBean<ResourceUrlEncodingFilter>(new HashedAddresses());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    /** The address of who asks and whether it was by HTTPS, as these proxies tell it. Nobody else is believed. */
    private static RemoteIpValve believing(String proxies) {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(proxies);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }
}
