package vn.toam.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.toam.collection.BulkEntry;
import vn.toam.definition.Form;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.ImportBatch;
import vn.toam.mapping.Outcome;
import vn.toam.mapping.TakenBack;
import vn.toam.round.Round;
import vn.toam.shared.Conflict;

/** Enters what an import found into the returns, and takes it back. */
@Component
class ReturnSaving {

    private final AskedRepository asked;
    private final BulkEntry entry;

    ReturnSaving(AskedRepository asked, BulkEntry entry) {
        this.asked = asked;
        this.entry = entry;
    }

    /** @return units that were not saved after all, by ordinal: somebody else changed or sent them since the preview */
    Map<Integer, Fault> save(Round round, Form form, ImportBatch batch) {
        Set<String> told = ReturnEntries.told(form);
        Map<Integer, Integer> versions = asked.versions(round.id(), batch.all());
        Map<Integer, Fault> refused = new HashMap<>();
        List<BulkEntry.Return> returns = new ArrayList<>();
        for (Entry each : batch.all()) {
            int unit = ReturnEntries.unit(each);
            if (versions.getOrDefault(unit, -1) == ReturnEntries.version(each)) {
                returns.add(wanted(each, told));
            } else {
                refused.put(unit, Fault.of("exchange.refused.changed"));
            }
        }
        for (BulkEntry.Outcome outcome :
                entry.save(round.id(), returns, batch.id().toString(), batch.answer())) {
            Integer version = outcome.version();
            if (version == null) {
                refused.put(outcome.unit(), Fault.of(outcome.problems().getFirst()));
            } else if (version != versions.getOrDefault(outcome.unit(), -1) + 1) {
                throw new Conflict("import " + batch.id());
            }
        }
        Map<Integer, Fault> byOrdinal = new HashMap<>();
        batch.entries().forEach((ordinal, each) -> {
            Fault fault = refused.get(ReturnEntries.unit(each));
            if (fault != null) {
                byOrdinal.put(ordinal, fault);
            }
        });
        return byOrdinal;
    }

    private static BulkEntry.Return wanted(Entry entry, Set<String> told) {
        Map<String, String> notes = new TreeMap<>(ReturnEntries.texts(entry));
        Map<String, String> narrative = new TreeMap<>(notes);
        notes.keySet().removeAll(told);
        narrative.keySet().retainAll(told);
        return new BulkEntry.Return(ReturnEntries.unit(entry), ReturnEntries.figures(entry), notes, narrative);
    }

    /** Puts back what stood before, cell by cell: a cell that holds something else by now stays, and is told. */
    TakenBack undo(Round round, Form form, ImportBatch batch) {
        Set<String> told = ReturnEntries.told(form);
        Map<Integer, Asked> standing = standing(round, batch.all());
        List<Outcome.Left> left = new ArrayList<>();
        List<BulkEntry.Return> returns = new ArrayList<>();
        for (Entry each : batch.all()) {
            Undoing undoing = new Undoing(each, standing.get(ReturnEntries.unit(each)), form, told);
            undoing.wanted().ifPresent(returns::add);
            undoing.left().ifPresent(left::add);
        }
        for (BulkEntry.Outcome outcome : entry.save(round.id(), returns, batch.id() + "/undo", "")) {
            if (outcome.version() == null) {
                throw new Conflict("import " + batch.id() + ", unit " + outcome.unit());
            }
        }
        int figures = returns.stream().mapToInt(each -> each.figures().size()).sum();
        return new TakenBack(returns.size(), figures, left);
    }

    private Map<Integer, Asked> standing(Round round, List<Entry> entries) {
        Set<Integer> units = new HashSet<>(ReturnEntries.units(entries));
        return asked.standing(
                round.id(),
                asked.names(round.id()).stream()
                        .filter(each -> units.contains(each.unit()))
                        .toList());
    }
}
