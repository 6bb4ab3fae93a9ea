package vn.toam.letter;

import static vn.toam.letter.LetterWords.say;

import java.io.IOException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** A series as a chart of Word's own, with its numbers inside, so that an officer may restyle it: columns, and the goal as a line. */
final class WordChart {

    private static final int WIDTH_MM = 158;
    private static final int HEIGHT_MM = 75;

    /** Vietnamese signs by their code, so that a program of another language does not put its own. */
    private static final String WHOLE = "[$-42A]#,##0";

    private static final String TENTHS = "[$-42A]#,##0.0";

    private final XWPFChart chart;
    private final List<Series.Point> points;
    private final Series series;

    private WordChart(XWPFChart chart, Series series) {
        this.chart = chart;
        this.series = series;
        this.points = series.drawn();
    }

    static void draw(XWPFDocument document, Block.Picture picture, Date created)
            throws IOException, InvalidFormatException {
        XWPFParagraph place = document.createParagraph();
        place.setStyle(WordStyles.CAPTION);
        XWPFChart chart = document.createChart(place.createRun(), mm(WIDTH_MM), mm(HEIGHT_MM));
        describe(place, picture.description());
        chart.getWorkbook().getProperties().getCoreProperties().setCreated(Optional.of(created));
        new WordChart(chart, picture.series()).fill();
        WordText.paragraph(document, WordStyles.CAPTION, picture.caption());
    }

    private double highest() {
        return points.stream()
                .mapToDouble(point -> Objects.requireNonNull(point.value()).doubleValue())
                .max()
                .orElse(0);
    }

    /** Figures as in the text, wherever the file is opened: 1.234,5. */
    private String format() {
        return points.stream()
                        .allMatch(point -> Objects.requireNonNull(point.value())
                                        .stripTrailingZeros()
                                        .scale()
                                <= 0)
                ? WHOLE
                : TENTHS;
    }

    private static int mm(int millimetres) {
        return millimetres * Units.EMU_PER_CENTIMETER / 10;
    }

    private static void describe(XWPFParagraph place, String description) {
        var frame = place.getRuns().getFirst().getCTR().getDrawingArray(0).getInlineArray(0);
        frame.getDocPr().setDescr(description);
    }

    private void fill() {
        XDDFCategoryAxis across = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis up = chart.createValueAxis(AxisPosition.LEFT);
        up.setCrosses(AxisCrosses.AUTO_ZERO);
        up.setCrossBetween(AxisCrossBetween.BETWEEN);
        up.setMinimum(0);
        up.setNumberFormat(highest() < 10 ? format() : WHOLE);
        if (series.unit().equals("%") && points.stream().allMatch(WordChart::withinHundred)) {
            up.setMaximum(100);
        }
        columns(across, up);
        if (series.goal() != null) {
            goal(across, up, series.goal().doubleValue());
        }
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        chart.getOrAddLegend().setOverlay(false);
        chart.setAutoTitleDeleted(true);
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
        WordChartText.set(chart, format());
    }

    private static boolean withinHundred(Series.Point point) {
        return point.value() == null || point.value().doubleValue() <= 100;
    }

    private void columns(XDDFCategoryAxis across, XDDFValueAxis up) {
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, across, up);
        data.setBarDirection(BarDirection.COL);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        data.setGapWidth(60);
        Double[] values = points.stream()
                .map(point -> Objects.requireNonNull(point.value()).doubleValue())
                .toArray(Double[]::new);
        XDDFChartData.Series bars = data.addSeries(labels(), XDDFDataSourcesFactory.fromArray(values, range(1), 1));
        String name = say("chart.value", series.unit());
        bars.setTitle(name, chart.setSheetTitle(name, 1));
        bars.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(new byte[] {0x4F, 0x6D, (byte) 0x8F})));
        data.setVaryColors(false);
        chart.plot(data);
    }

    private void goal(XDDFCategoryAxis across, XDDFValueAxis up, double height) {
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, across, up);
        data.setGrouping(Grouping.STANDARD);
        Double[] values = new Double[points.size()];
        Arrays.fill(values, height);
        XDDFLineChartData.Series line = (XDDFLineChartData.Series)
                data.addSeries(labels(), XDDFDataSourcesFactory.fromArray(values, range(2), 2));
        String name = say("chart.goal", series.unit());
        line.setTitle(name, chart.setSheetTitle(name, 2));
        line.setSmooth(false);
        line.setMarkerStyle(MarkerStyle.NONE);
        XDDFLineProperties stroke =
                new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.DARK_RED)));
        stroke.setWidth(2.25);
        line.setLineProperties(stroke);
        data.setVaryColors(false);
        chart.plot(data);
    }

    private XDDFCategoryDataSource labels() {
        String[] labels = points.stream().map(Series.Point::label).toArray(String[]::new);
        return XDDFDataSourcesFactory.fromArray(labels, range(0), 0);
    }

    private String range(int column) {
        return chart.formatRange(new CellRangeAddress(1, points.size(), column, column));
    }
}
