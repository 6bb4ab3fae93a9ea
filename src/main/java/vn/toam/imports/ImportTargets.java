package vn.toam.imports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.mapping.ImportKind;
import vn.toam.mapping.ImportTarget;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;

/** Finds what tables are brought into. */
@Component
class ImportTargets {

    private final Map<String, ImportKind> kinds;

    ImportTargets(List<ImportKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::kind, Function.identity()));
    }

    /** @throws NotAllowed unless the account asking may bring something into anything */
    void requireAny() {
        if (kinds.values().stream().noneMatch(ImportKind::mayImport)) {
            throw new NotAllowed();
        }
    }

    ImportTarget find(String kind, String key) {
        ImportKind found = kinds.get(kind);
        if (found == null) {
            throw new NotFound("imports of " + kind);
        }
        return found.find(key);
    }

    ImportTarget of(Import made) {
        return find(made.kind(), made.key());
    }
}
