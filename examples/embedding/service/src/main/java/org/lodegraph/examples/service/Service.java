package org.lodegraph.examples.service;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the service. Its parts are named here: scanning for them would be a wait at every start. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Asking.class, AnswerConverter.class, Chains.class, Problems.class})
public class Service {

    /** Nothing from elsewhere, no script but the page's own; reports carry their style inside. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /**
     * Runs until it is stopped.
     *
     * @param args Spring's, such as {@code --server.port=8090}
     */
    public static void main(String[] args) {
        SpringApplication.run(Service.class, args);
    }

    @Bean
    Filter headers() {
        return (request, response, rest) -> {
            HttpServletResponse http = (HttpServletResponse) response;
            http.setHeader("Content-Security-Policy", POLICY);
            http.setHeader("X-Content-Type-Options", "nosniff");
            http.setHeader("Referrer-Policy", "no-referrer");
            http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            http.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            rest.doFilter(request, response);
        };
    }
}
