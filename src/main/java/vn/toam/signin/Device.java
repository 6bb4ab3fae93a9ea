package vn.toam.signin;

import org.jspecify.annotations.Nullable;

/** A browser's long name for itself, in two words a person knows again: "Chrome · Windows". */
final class Device {

    static final String UNKNOWN = "–";

    private static final String[] BROWSERS = {"Edg", "OPR", "coc_coc", "Firefox", "Chrome", "Safari"};
    private static final String[] BROWSER_NAMES = {"Edge", "Opera", "Cốc Cốc", "Firefox", "Chrome", "Safari"};
    private static final String[] SYSTEMS = {"Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"};
    private static final String[] SYSTEM_NAMES = {"Android", "iPhone", "iPad", "Windows", "macOS", "Linux"};

    private Device() {}

    static String of(@Nullable String agent) {
        if (agent == null) {
            return UNKNOWN;
        }
        return known(agent, BROWSERS, BROWSER_NAMES) + " · " + known(agent, SYSTEMS, SYSTEM_NAMES);
    }

    private static String known(String agent, String[] marks, String[] names) {
        for (int i = 0; i < marks.length; i++) {
            if (agent.contains(marks[i])) {
                return names[i];
            }
        }
        return UNKNOWN;
    }
}
