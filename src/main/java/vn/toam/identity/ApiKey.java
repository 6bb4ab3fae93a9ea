package vn.toam.identity;

import java.time.Instant;
import java.util.UUID;

/** A key with which another system uses the API in an account's name. The key itself is shown once and never again. */
public record ApiKey(UUID id, String name, Instant since, Instant until) {}
