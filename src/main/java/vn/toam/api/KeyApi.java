package vn.toam.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.toam.identity.ApiKeys;

/** The two addresses open to everybody: a key against a password, and the description of all others. */
@RestController
@RequestMapping("/api/v1")
class KeyApi {

    private final ApiKeys keys;

    KeyApi(ApiKeys keys) {
        this.keys = keys;
    }

    /** User name and password of an account. */
    record SignIn(String username, String password) {}

    @PostMapping("/keys")
    ResponseEntity<ApiKeys.Made> key(@RequestBody SignIn typed) {
        return keys.makeFor(typed.username(), typed.password())
                .map(ResponseEntity::ok)
                .orElse(ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }

    @GetMapping(path = "/openapi.yaml", produces = "application/yaml;charset=UTF-8")
    String description() throws IOException {
        return new ClassPathResource("api/openapi.yaml").getContentAsString(StandardCharsets.UTF_8);
    }
}
