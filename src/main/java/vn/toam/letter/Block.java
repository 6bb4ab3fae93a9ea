package vn.toam.letter;

import java.util.List;

/** A piece of the body of a paper, in reading order. Whoever has a paper to write makes them; Word and the page only draw them. */
public sealed interface Block {

    /** A heading with its number: level 1 is I., level 2 is 1., level 3 is a). */
    record Heading(int level, String text) implements Block {}

    /** A paragraph. */
    record Paragraph(String text) implements Block {}

    /** A line of a list, drawn with a dash. */
    record Item(String text) implements Block {}

    /**
     * A passage that an officer may write or change.
     *
     * @param section its name among the passages of the paper
     * @param written paragraphs separated by line ends; blank when nothing was written yet
     * @param label what the passage is for
     * @param empty sentence of the paper while nothing is written; blank: nothing is printed
     */
    record Passage(String section, String written, String label, String empty) implements Block {

        /** Paragraphs as printed: what was written, or the sentence for "nothing yet". */
        public List<String> paragraphs() {
            List<String> lines = written.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.isEmpty() && !empty.isEmpty() ? List.of(empty) : lines;
        }
    }

    /** How a column stands. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /**
     * A column of a table.
     *
     * @param title its header
     * @param width share of the text's width, thousandths; a table's columns make 1000
     * @param align how its cells stand
     */
    record Column(String title, int width, Align align) {}

    /**
     * A table. A row with a single cell is a subheading over all columns.
     *
     * @param caption numbered title
     */
    record Grid(String caption, List<Column> columns, List<List<String>> rows) implements Block {}

    /** A chart with its numbered title, and in words for those who can't see it. */
    record Picture(String caption, String description, Series series) implements Block {}
}
