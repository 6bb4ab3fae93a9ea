package vn.toam.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Paper;
import vn.toam.shared.Text;

/** The paper's text is cut into pieces, none lost, each belonging to the innermost finding. */
class PaperTest {

    private static final String TEXT = "Mục tiêu\nđạt 80% số hộ; giảm 10%\n\nhết";

    private static Element element(ElementKind kind, int start, int end) {
        return new Element(
                UUID.randomUUID(),
                UUID.randomUUID(),
                kind,
                "",
                null,
                1,
                ElementState.SUGGESTED,
                new Item.Line(Text.of("x")),
                start,
                end,
                1,
                null,
                0,
                null,
                Instant.EPOCH);
    }

    @Test
    void aPassageInsideAnotherKeepsItsOwnColour() {
        Element group = element(ElementKind.TASK_GROUP, 9, 32);
        Element target = element(ElementKind.TARGET, 13, 16);
        List<Paper.Piece> pieces =
                Paper.lines(TEXT, List.of(group, target), List.of()).get(1).pieces();
        assertThat(pieces).extracting(Paper.Piece::text).containsExactly("đạt ", "80%", " số hộ; giảm 10%");
        assertThat(pieces).extracting(Paper.Piece::element).containsExactly(group, target, group);
        assertThat(pieces).extracting(Paper.Piece::first).containsExactly(true, true, false);
    }

    @Test
    void everyPieceKnowsItsPlaceAndNothingButLineEndsIsLost() {
        Element target = element(ElementKind.TARGET, 13, 20);
        List<Paper.Piece> pieces = Paper.lines(TEXT, List.of(target), List.of()).stream()
                .flatMap(line -> line.pieces().stream())
                .toList();
        assertThat(pieces)
                .allSatisfy(p -> assertThat(TEXT.startsWith(p.text(), p.from())).isTrue());
        assertThat(pieces.stream().map(Paper.Piece::text).collect(Collectors.joining()))
                .isEqualTo(TEXT.replace("\n", ""));
    }

    @Test
    void droppedFindingsAndPassagesOutsideTheTextLeaveNoColour() {
        Element outside = element(ElementKind.TARGET, 13, 4000);
        Element dropped = element(ElementKind.TARGET, 13, 16).with(ElementState.DROPPED);
        assertThat(Paper.lines(TEXT, List.of(outside, dropped), List.of()))
                .allSatisfy(line -> assertThat(line.pieces()).allMatch(p -> p.element() == null));
    }
}
