package vn.toam.submission;

import java.util.List;
import java.util.stream.Stream;

/**
 * A submission and what saving must know besides.
 *
 * @param keys client keys of the last saves, newest first
 */
public record Filling(Submission submission, List<String> keys) {

    private static final int MOST = 400;

    /** The same with other figures. */
    public Filling with(Submission typed) {
        return new Filling(typed, keys);
    }

    /** True when the client's key was used for another request; only keys with a print of theirs ({@code key~print}) can be told apart. */
    public boolean reused(String key) {
        String own = key.substring(0, key.lastIndexOf('~') + 1);
        return !own.isEmpty() && keys.stream().anyMatch(each -> each.startsWith(own) && !each.equals(key));
    }

    /** The keys with one more, as they are stored; the oldest are forgotten. */
    public String keys(String key) {
        String all =
                String.join(" ", Stream.concat(Stream.of(key), keys.stream()).toList());
        return all.length() <= MOST ? all : all.substring(0, Math.max(key.length(), all.lastIndexOf(' ', MOST)));
    }
}
