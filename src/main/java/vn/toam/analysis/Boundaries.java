package vn.toam.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.analysis.Outlines.Outline;
import vn.toam.shared.Rejected;
import vn.toam.shared.Settings;

/**
 * Maps of the provinces and of the communes of one. Coarse provinces are part of the product (Natural Earth, public domain); finer ones
 * and communes come from files that the operator puts into the data folder: {@code maps/provinces.geojson} and
 * {@code maps/communes/NN.geojson}, NN the province's code. A changed file counts at once.
 */
@Component
class Boundaries {

    private static final long LARGEST = 20_000_000;

    /**
     * A map.
     *
     * @param drawing null: there is none
     * @param file where the operator's own file lies or would lie, inside the data folder
     * @param own true: drawn from that file
     * @param problem why the file is not used; null: nothing is wrong with it, or there is none
     */
    public record Sheet(@Nullable Drawing drawing, String file, boolean own, Rejected.@Nullable Problem problem) {}

    /** What was drawn, from which state of the file, for which units. */
    private record Kept(String state, Set<String> codes, Sheet sheet) {}

    private final Path folder;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Boundaries(Settings settings) {
        this.folder = settings.data().resolve("maps");
    }

    /** The map of all provinces. @param codes of those that there are */
    Sheet provinces(Set<String> codes) {
        return sheet("provinces.geojson", codes);
    }

    /** The map of the communes of a province. @param codes of those that there are */
    Sheet communes(String province, Set<String> codes) {
        return sheet("communes/" + province + ".geojson", codes);
    }

    private Sheet sheet(String file, Set<String> codes) {
        String state = state(folder.resolve(file));
        Kept last = kept.get(file);
        if (last == null || !last.state.equals(state) || !last.codes.equals(codes)) {
            last = new Kept(state, Set.copyOf(codes), read(file, codes, state.isEmpty()));
            kept.put(file, last);
        }
        return last.sheet;
    }

    private Sheet read(String file, Set<String> codes, boolean absent) {
        String shown = "maps/" + file;
        if (absent) {
            return new Sheet(shipped(file, codes), shown, false, null);
        }
        try {
            if (Files.size(folder.resolve(file)) > LARGEST) {
                throw Rejected.because("analysis.map.problem.large", LARGEST / 1_000_000);
            }
            return new Sheet(drawn(Files.readAllBytes(folder.resolve(file)), codes), shown, true, null);
        } catch (Rejected e) {
            return new Sheet(shipped(file, codes), shown, false, e.problems().getFirst());
        } catch (IOException e) {
            return new Sheet(
                    shipped(file, codes),
                    shown,
                    false,
                    new Rejected.Problem("", "analysis.map.problem.unreadable", java.util.List.of()));
        }
    }

    /** The product's own; null for communes, and when the provinces are no longer those it was made of. */
    private static @Nullable Drawing shipped(String file, Set<String> codes) {
        if (!"provinces.geojson".equals(file)) {
            return null;
        }
        try {
            return drawn(resource(file), codes);
        } catch (Rejected e) {
            return null;
        }
    }

    private static Drawing drawn(byte[] file, Set<String> codes) {
        Map<String, Outline> islands = Outlines.read(
                resource("archipelagos.geojson"),
                Stream.of(Archipelago.values()).map(each -> each.province).collect(Collectors.toSet()));
        Map<Archipelago, Outline> shown = new EnumMap<>(Archipelago.class);
        Archipelago.of(codes)
                .forEach(each -> shown.put(each, java.util.Objects.requireNonNull(islands.get(each.province))));
        return Drawing.of(Outlines.read(file, codes), shown);
    }

    private static byte[] resource(String name) {
        try (InputStream file = Boundaries.class.getResourceAsStream("/indicator/" + name)) {
            return java.util.Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes whenever the file does; empty: there is none. */
    private static String state(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.getLastModifiedTime(file) + " " + Files.size(file) : "";
        } catch (IOException e) {
            return "unreadable";
        }
    }
}
