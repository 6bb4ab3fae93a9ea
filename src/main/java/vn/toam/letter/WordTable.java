package vn.toam.letter;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Tables with a fixed grid: POI writes none by itself, and without one programs guess the columns. */
final class WordTable {

    private WordTable() {}

    /** A captioned table over the whole text width; its header row is repeated on each page, its rows are not torn apart. */
    static void grid(XWPFDocument document, Block.Grid grid) {
        WordText.paragraph(document, WordStyles.CAPTION, grid.caption());
        List<Block.Column> columns = grid.columns();
        int[] widths = columns.stream()
                .mapToInt(column -> column.width() * WordPage.TEXT_WIDTH / 1000)
                .toArray();
        XWPFTable table = document.createTable(grid.rows().size() + 1, columns.size());
        fix(table, widths);
        describe(table, grid.caption());
        header(table.getRow(0), columns);
        for (int i = 0; i < grid.rows().size(); i++) {
            row(table.getRow(i + 1), columns, grid.rows().get(i));
        }
        document.createParagraph().setStyle(WordStyles.RULE);
    }

    /** A table without lines of two columns, for the letterhead and the signature. */
    static XWPFTable frame(XWPFDocument document, int left) {
        XWPFTable table = document.createTable(1, 2);
        table.removeBorders();
        fix(table, new int[] {left, WordPage.TEXT_WIDTH - left});
        table.setCellMargins(0, 0, 0, 0);
        table.getRow(0).setCantSplitRow(true);
        return table;
    }

    private static void fix(XWPFTable table, int[] widths) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        table.setWidth(WordPage.TEXT_WIDTH);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int i = grid.sizeOfGridColArray() - 1; i >= 0; i--) {
            grid.removeGridCol(i);
        }
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        for (XWPFTableRow row : table.getRows()) {
            for (int i = 0; i < widths.length; i++) {
                row.getCell(i).setWidth(String.valueOf(widths[i]));
            }
        }
    }

    private static void describe(XWPFTable table, String text) {
        table.getCTTbl().getTblPr().addNewTblCaption().setVal(text);
    }

    private static void header(XWPFTableRow row, List<Block.Column> columns) {
        row.setRepeatHeader(true);
        row.setCantSplitRow(true);
        for (int i = 0; i < columns.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            WordText.fill(
                    cell.getParagraphArray(0),
                    WordStyles.CELL_HEAD,
                    columns.get(i).title());
        }
    }

    private static void row(XWPFTableRow row, List<Block.Column> columns, List<String> cells) {
        row.setCantSplitRow(true);
        if (cells.size() == 1) {
            subheading(row, columns.size(), cells.getFirst());
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            XWPFParagraph paragraph = WordText.fill(row.getCell(i).getParagraphArray(0), WordStyles.CELL, cells.get(i));
            switch (columns.get(i).align()) {
                case LEFT -> {}
                case CENTER -> paragraph.setAlignment(ParagraphAlignment.CENTER);
                case RIGHT -> paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
        }
    }

    private static void subheading(XWPFTableRow row, int columns, String text) {
        for (int i = columns - 1; i > 0; i--) {
            row.removeCell(i);
        }
        XWPFTableCell cell = row.getCell(0);
        cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
        cell.setWidth(String.valueOf(WordPage.TEXT_WIDTH));
        XWPFParagraph paragraph = WordText.fill(cell.getParagraphArray(0), WordStyles.CELL_HEAD, text);
        paragraph.setAlignment(ParagraphAlignment.LEFT);
        paragraph.setKeepNext(true);
    }
}
