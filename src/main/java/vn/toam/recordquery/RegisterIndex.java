package vn.toam.recordquery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.toam.definition.Register;
import vn.toam.geography.Unit;

/** The registers of a place. @param enters ids of those in which whoever reads may enter records there */
public record RegisterIndex(Unit place, List<RegisterSummary> registers, List<Unit> places, Set<String> enters) {

    /** By shape, in the order of shapes. */
    public Map<Register.Shape, List<RegisterSummary>> groups() {
        Map<Register.Shape, List<RegisterSummary>> groups = new LinkedHashMap<>();
        for (Register.Shape shape : Register.Shape.values()) {
            registers.stream()
                    .filter(each -> each.register().shape() == shape)
                    .forEach(each -> groups.computeIfAbsent(shape, any -> new ArrayList<>())
                            .add(each));
        }
        return groups;
    }
}
