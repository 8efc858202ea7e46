package io.exoscout.searcher.plot;

import java.io.StringReader;

import javax.xml.parsers.DocumentBuilderFactory;

import io.exoscout.searcher.plot.SvgChart.Ink;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class SvgChartTests {

	@Test
	void isWellFormedWhateverTheStarIsCalled() throws Exception {
		SvgChart chart = new SvgChart("<script>alert(\"x\")</script> & 'co'\u0000");
		chart.panel("days", "flux <1>").points(Ink.POINT, 1, new double[] { 1, 2 }, new double[] { 3, 4 });
		Document document = parsed(chart.svg());
		assertThat(document.getElementsByTagName("script").getLength()).isZero();
		assertThat(document.getElementsByTagName("title").item(0).getTextContent())
			.isEqualTo("<script>alert(\"x\")</script> & 'co'");
	}

	@Test
	void everyPointIsDrawnWithinItsPanel() throws Exception {
		SvgChart chart = new SvgChart("a");
		chart.panel("x", "y").points(Ink.MEAN, 2, new double[] { -5, 5 }, new double[] { 1e-9, 2e-9 });
		String path = path(chart, 0);
		assertThat(path).isEqualTo("M90.0 323.9h0M880.0 56.1h0");
	}

	@Test
	void oneValueOrNoneStillMakesAChart() throws Exception {
		SvgChart chart = new SvgChart("a");
		chart.panel("x", "y").line(Ink.MODEL, new double[] { 3 }, new double[] { 1 });
		chart.panel("x", "y").line(Ink.MODEL, new double[0], new double[0]);
		assertThat(chart.svg()).doesNotContain("NaN").doesNotContain("Infinity");
		parsed(chart.svg());
	}

	@Test
	void ticksAreRoundNumbers() {
		assertThat(AxisTicks.between(0.03, 1.02, 6)).containsExactly(0.2, 0.4, 0.6000000000000001, 0.8, 1.0);
		assertThat(AxisTicks.text(0.6000000000000001, 0.2)).isEqualTo("0.6");
		assertThat(AxisTicks.text(-1e-12, 0.2)).isEqualTo("0.0");
		assertThat(AxisTicks.text(1350, 5)).isEqualTo("1350");
	}

	private static String path(SvgChart chart, int number) throws Exception {
		var paths = parsed(chart.svg()).getElementsByTagName("path");
		for (int i = 0, drawn = 0; i < paths.getLength(); i++) {
			String stroke = paths.item(i).getAttributes().getNamedItem("stroke").getTextContent();
			if (!stroke.equals("#e3e7eb") && drawn++ == number) {
				return paths.item(i).getAttributes().getNamedItem("d").getTextContent();
			}
		}
		throw new AssertionError("nothing is drawn");
	}

	private static Document parsed(String svg) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
	}

}
