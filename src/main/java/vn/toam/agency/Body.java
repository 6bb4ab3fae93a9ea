package vn.toam.agency;

/** What an agency is to the People's Committee: whether a plan orders it or asks it. */
public enum Body {
    GOVERNMENT,
    DEPARTMENT,
    SERVICE,
    FORCE,
    PRESS,
    COURT,
    PARTY,
    FRONT;

    /** True when a plan of the People's Committee assigns tasks; false when it may only ask (đề nghị): courts, Party, mass organisations. */
    public boolean ordered() {
        return switch (this) {
            case GOVERNMENT, DEPARTMENT, SERVICE, FORCE, PRESS -> true;
            case COURT, PARTY, FRONT -> false;
        };
    }
}
