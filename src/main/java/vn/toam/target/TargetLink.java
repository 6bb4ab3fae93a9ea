package vn.toam.target;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A choice of what measures a target. @param indicator null: nothing any more */
public record TargetLink(UUID target, @Nullable String indicator, String reason, String by, Instant at) {}
