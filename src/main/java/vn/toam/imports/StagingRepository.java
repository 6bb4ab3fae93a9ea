package vn.toam.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.sheet.SheetRow;

/** The rows of a file and what they come to, until it is confirmed or cancelled. */
@Repository
class StagingRepository {

    private final JdbcClient jdbc;

    StagingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement for all. @throws org.springframework.dao.DataIntegrityViolationException when the import was cancelled */
    void addLines(UUID id, List<SheetRow> lines) {
        jdbc.sql("""
                insert into imports.line (import, sheet, number, cells)
                select :id, given.sheet, given.number, given.cells
                from unnest(:sheets, :numbers, :cells) given(sheet, number, cells)
                on conflict do nothing
                """)
                .param("id", id)
                .param("sheets", lines.stream().map(SheetRow::sheet).toArray(String[]::new))
                .param("numbers", lines.stream().mapToInt(SheetRow::number).toArray())
                .param(
                        "cells",
                        lines.stream().map(line -> Json.write(line.cells())).toArray(String[]::new))
                .update();
    }

    /** The first rows of every sheet, in the order of the rows. */
    Map<String, List<SheetRow>> top(UUID id, int rows) {
        Map<String, List<SheetRow>> top = new LinkedHashMap<>();
        jdbc.sql("""
                select sheet, number, cells from (
                    select l.*, row_number() over (partition by sheet order by number) as nth from imports.line l where import = ?) ranked
                where nth <= ? order by sheet, number
                """)
                .params(id, rows)
                .query((row, n) ->
                        new SheetRow(row.getString("sheet"), row.getInt("number"), Json.cells(row.getString("cells"))))
                .list()
                .forEach(line -> top.computeIfAbsent(line.sheet(), sheet -> new ArrayList<>())
                        .add(line));
        return top;
    }

    int count(UUID id, String sheet) {
        return jdbc.sql("select count(*) from imports.line where import = ? and sheet = ?")
                .params(id, sheet)
                .query(Integer.class)
                .single();
    }

    /** The next rows of a sheet after number {@code after}. */
    List<SheetRow> lines(UUID id, String sheet, int after, int most) {
        return jdbc.sql("""
                select sheet, number, cells from imports.line
                where import = ? and sheet = ? and number > ? order by number limit ?
                """)
                .params(id, sheet, after, most)
                .query((row, n) ->
                        new SheetRow(row.getString("sheet"), row.getInt("number"), Json.cells(row.getString("cells"))))
                .list();
    }

    /** @param from ordinal of the first of them */
    void addEntries(UUID id, int from, List<Entry> entries) {
        int[] ordinals = new int[entries.size()];
        Arrays.setAll(ordinals, i -> from + i);
        jdbc.sql("""
                insert into imports.entry (import, ordinal, status, content)
                select :id, given.ordinal, given.status, given.content
                from unnest(:ordinals, :states, :contents) given(ordinal, status, content)
                """)
                .param("id", id)
                .param("ordinals", ordinals)
                .param(
                        "states",
                        entries.stream().map(entry -> entry.status().name()).toArray(String[]::new))
                .param("contents", entries.stream().map(Json::write).toArray(String[]::new))
                .update();
    }

    void clearEntries(UUID id) {
        jdbc.sql("delete from imports.entry where import = ?").param(id).update();
    }

    /** Nothing is taken of an entry that was added before. */
    void refuse(UUID id, int ordinal, Fault fault) {
        jdbc.sql("select content from imports.entry where import = ? and ordinal = ?")
                .params(id, ordinal)
                .query((row, n) -> Json.read(row.getString("content"), Entry.class))
                .optional()
                .ifPresent(entry -> jdbc.sql(
                                "update imports.entry set status = 'WRONG', content = ? where import = ? and ordinal = ?")
                        .params(Json.write(entry.refused(fault)), id, ordinal)
                        .update());
    }

    /** Entries that were not saved after all: there is nothing to take back of them. */
    void unsaved(UUID id, List<Integer> ordinals) {
        if (!ordinals.isEmpty()) {
            jdbc.sql("update imports.entry set status = 'WRONG' where import = ? and ordinal = any(?)")
                    .params(id, ordinals.stream().mapToInt(Integer::intValue).toArray())
                    .update();
        }
    }

    /** How many entries of each status. */
    Map<Entry.Status, Integer> counts(UUID id) {
        Map<Entry.Status, Integer> counts = new EnumMap<>(Entry.Status.class);
        jdbc.sql("select status, count(*) as entries from imports.entry where import = ? group by status")
                .param(id)
                .query(row -> {
                    counts.put(Entry.Status.valueOf(row.getString("status")), row.getInt("entries"));
                });
        return counts;
    }

    /** The next entries to be saved after {@code after}, by ordinal, in the order of the file. */
    SortedMap<Integer, Entry> toSave(UUID id, int after, int most) {
        SortedMap<Integer, Entry> entries = new TreeMap<>();
        jdbc.sql("""
                select ordinal, content from imports.entry
                where import = ? and ordinal > ? and status in ('NEW', 'CHANGED') order by ordinal limit ?
                """).params(id, after, most).query(row -> {
            entries.put(row.getInt("ordinal"), Json.read(row.getString("content"), Entry.class));
        });
        return entries;
    }

    /** Entries of these kinds, in the order of the file. */
    List<Entry> entries(UUID id, List<Entry.Status> kinds, int from, int most) {
        return jdbc.sql("""
                select content from imports.entry
                where import = :id and status = any(:kinds) order by ordinal offset :from limit :most
                """)
                .param("id", id)
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .param("from", from)
                .param("most", most)
                .query((row, n) -> Json.read(row.getString("content"), Entry.class))
                .list();
    }
}
