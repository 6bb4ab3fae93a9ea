package vn.toam.paper;

import java.util.ArrayList;
import java.util.List;

/** One line of a PDF page: pieces of text from left to right, with their edges in points from the left. */
record PdfLine(List<Piece> pieces) {
    /** Text between two wide gaps. */
    record Piece(float left, float right, String text) {}

    /** A vertical strip without text. */
    record Gap(float left, float right) {
        float width() {
            return right - left;
        }
    }

    /** Narrowest gutter between two columns, in points; blanks in justified text stay below it. */
    private static final float GUTTER = 14;

    /** A shorter left side is a list mark with a tab after it, not a column. */
    private static final int COLUMN_TEXT = 4;

    /** Lines beside each other in a letterhead or beside a signature; more of them are a table. */
    private static final int MAX_BLOCK = 60;

    /**
     * The lines of a page as text. Where neighbouring lines share a gutter – the two sides of a letterhead, recipients and
     * signature – the left column comes first, then the right one; anything else stays line by line.
     */
    static String inReadingOrder(List<PdfLine> page) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < page.size(); ) {
            Gap gutter = page.get(i).ownGap();
            int end = i + 1;
            while (end < Math.min(page.size(), i + MAX_BLOCK)
                    && page.get(end).narrow(gutter).width() >= GUTTER) {
                gutter = page.get(end++).narrow(gutter);
            }
            end = withoutLoneLines(page, i, end);
            List<PdfLine> block = page.subList(i, end);
            if (gutter.width() < GUTTER || !isTwoColumns(block)) {
                block = page.subList(i, i + 1);
                gutter = new Gap(Float.MAX_VALUE, Float.MAX_VALUE);
            }
            float middle = gutter.left + gutter.width() / 2;
            block.forEach(line -> line.appendTo(text, 0, middle));
            block.forEach(line -> line.appendTo(text, middle, Float.POSITIVE_INFINITY));
            i += block.size();
        }
        return text.toString();
    }

    /** At the foot of a page the longer column runs on alone (recipients); elsewhere a lone line is the next text. */
    private static int withoutLoneLines(List<PdfLine> page, int start, int end) {
        int last = end;
        while (end < page.size() - 1
                && last > start + 1
                && page.get(last - 1).pieces.size() < 2) {
            last--;
        }
        return last;
    }

    private static boolean isTwoColumns(List<PdfLine> block) {
        long twoSided = block.stream().filter(line -> line.pieces.size() == 2).count();
        return twoSided > 1 && block.stream().allMatch(line -> line.pieces.size() <= 2);
    }

    /** The gap of a line that may begin a block of two columns; no width for any other line. */
    private Gap ownGap() {
        boolean columns = pieces.size() == 2 && pieces.getFirst().text.strip().length() >= COLUMN_TEXT;
        return columns ? new Gap(pieces.getFirst().right, pieces.getLast().left) : new Gap(0, 0);
    }

    /** What this line leaves of a gutter. */
    private Gap narrow(Gap gutter) {
        float middle = gutter.left + gutter.width() / 2;
        float left = gutter.left;
        float right = gutter.right;
        for (Piece piece : pieces) {
            if (piece.left + piece.right < 2 * middle) {
                left = Math.max(left, piece.right);
            } else {
                right = Math.min(right, piece.left);
            }
        }
        return new Gap(left, right);
    }

    private void appendTo(StringBuilder text, float from, float to) {
        List<String> parts = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.left >= from && piece.left < to) {
                parts.add(piece.text.strip());
            }
        }
        if (!parts.isEmpty()) {
            text.append(String.join(" ", parts)).append('\n');
        }
    }
}
