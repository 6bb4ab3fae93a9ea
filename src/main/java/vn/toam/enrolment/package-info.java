/**
 * Many accounts from one table, pasted or uploaded: read row by row, made all or none, their passwords handed out once
 * ({@link vn.toam.enrolment.BulkAccounts}). Owns no data: what it makes are accounts of {@code access}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "definition", "geography", "unit", "agency", "access"})
@org.jspecify.annotations.NullMarked
package vn.toam.enrolment;
