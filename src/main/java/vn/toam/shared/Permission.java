package vn.toam.shared;

/** What an account may do somewhere. Roles (catalog/roles) are sets of these; {@link Access} decides where they hold. */
public enum Permission {
    UNIT_READ,
    UNIT_EDIT,
    AGENCY_EDIT,
    SUCCESSION_CONFIRM,
    ACCOUNT_MANAGE,
    CATALOG_READ,
    PLAN_READ,
    PLAN_DRAFT,
    PLAN_ISSUE,
    TASK_REPORT,
    TASK_URGE,
    TASK_CONFIRM,
    FORM_ENTER,
    FORM_CHECK,
    FORM_APPROVE,
    FORM_PROXY,
    FORM_REVIEW,
    FIGURES_READ,
    REPORT_WRITE,
    AUDIT_READ
}
