package vn.toam.letter;

import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** Lettering of a chart: Times New Roman 11, figures over the columns, one axis pair for columns and line. */
final class WordChartText {

    private WordChartText() {}

    /** @param format how values are written */
    static void set(XWPFChart chart, String format) {
        CTTextBody text = chart.getCTChartSpace().isSetTxPr()
                ? chart.getCTChartSpace().getTxPr()
                : chart.getCTChartSpace().addNewTxPr();
        text.addNewBodyPr();
        CTTextCharacterProperties letters = text.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(1100);
        letters.addNewLatin().setTypeface("Times New Roman");
        letters.addNewCs().setTypeface("Times New Roman");
        CTPlotArea plot = chart.getCTChart().getPlotArea();
        for (CTBarSer bars : plot.getBarChartArray(0).getSerArray()) {
            values(bars.isSetDLbls() ? bars.getDLbls() : bars.addNewDLbls(), format);
        }
    }

    private static void values(CTDLbls labels, String format) {
        CTNumFmt written = labels.addNewNumFmt();
        written.setFormatCode(format);
        written.setSourceLinked(false);
        labels.addNewDLblPos().setVal(STDLblPos.OUT_END);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }
}
