package vn.toam.database;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For whatever watches the installation: "ok"; "attention" with the jobs that failed, while pages are served; or 503 with what keeps them
 * from being served. Names parts, never contents.
 */
@RestController
class HealthController {

    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/health")
    ResponseEntity<String> health() {
        List<String> faults = readiness.faults();
        List<String> jobs = readiness.failedJobs();
        String body = !faults.isEmpty()
                ? String.join("\n", faults) + "\n"
                : jobs.isEmpty() ? "ok" : "attention\njob: " + String.join("\njob: ", jobs) + "\n";
        return ResponseEntity.status(faults.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.TEXT_PLAIN)
                .body(body);
    }
}
