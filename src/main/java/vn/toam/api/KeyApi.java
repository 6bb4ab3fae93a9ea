package vn.toam.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.toam.signin.ApiKeys;

/** The two addresses open to everybody: a key against a password, and the description of all others. */
@RestController
@RequestMapping("/api/v1")
class KeyApi {

    private final ApiKeys keys;
    private final ApiErrors errors;

    KeyApi(ApiKeys keys, ApiErrors errors) {
        this.keys = keys;
        this.errors = errors;
    }

    /** User name and password of an account. */
    @PostMapping(path = "/keys", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> key(@RequestBody byte[] typed, WebRequest request, HttpServletRequest from) {
        JsonBody body = new JsonBody(typed, Set.of("username", "password"));
        String username = body.text("username");
        String password = body.text("password");
        body.check();
        return keys.makeFor(username, password, from.getRemoteAddr())
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> errors.answer(HttpStatus.UNAUTHORIZED, request));
    }

    @GetMapping(path = "/openapi.yaml", produces = "application/yaml;charset=UTF-8")
    String description() throws IOException {
        return new ClassPathResource("api/openapi.yaml").getContentAsString(StandardCharsets.UTF_8);
    }
}
