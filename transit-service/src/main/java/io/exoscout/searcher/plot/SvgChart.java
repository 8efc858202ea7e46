package io.exoscout.searcher.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * One or more panels, one above the other, each with points and lines over axes of its
 * own. Colours are those of Okabe and Ito (2008), which the colour-blind can tell apart.
 */
public final class SvgChart {

	private static final int WIDTH = 900;

	private static final int PANEL = 300;

	private static final int LEFT = 90;

	private static final int RIGHT = 20;

	private static final int TOP = 40;

	private static final int BOTTOM = 50;

	private final String title;

	private final List<Panel> panels = new ArrayList<>();

	/**
	 * A chart without panels.
	 * @param title for people, and for those who hear it read
	 */
	public SvgChart(String title) {
		this.title = title;
	}

	/** What is drawn in. */
	public enum Ink {

		/** Single points. */
		POINT("#9aa3ad"),
		/** What was averaged. */
		MEAN("#0072b2"),
		/** What was fitted. */
		MODEL("#d55e00"),
		/** What is beside it. */
		OTHER("#009e73");

		private final String colour;

		Ink(String colour) {
			this.colour = colour;
		}

	}

	/**
	 * Adds a panel below the others.
	 * @param across what the horizontal axis shows
	 * @param up what the vertical axis shows
	 */
	public Panel panel(String across, String up) {
		Panel panel = new Panel(across, up);
		this.panels.add(panel);
		return panel;
	}

	/** The chart as an SVG 1.1 document. */
	public String svg() {
		int height = TOP + this.panels.size() * (PANEL + BOTTOM);
		StringBuilder out = new StringBuilder(1 << 16);
		out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
			.formatted(WIDTH, height, WIDTH, height));
		out.append("role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n<title>").append(escaped(this.title));
		out.append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
		out.append(text(LEFT, 24, "start", this.title).replace("<text ", "<text font-weight=\"bold\" "));
		int top = TOP;
		for (Panel panel : this.panels) {
			panel.draw(out, top);
			top += PANEL + BOTTOM;
		}
		return out.append("</svg>\n").toString();
	}

	private static String text(double x, double y, String anchor, String words) {
		return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"#1c2733\">%s</text>%n"
			.formatted(number(x), number(y), anchor, escaped(words))
			.replace("\r\n", "\n");
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().filter((point) -> !Character.isISOControl(point)).forEach((point) -> {
			switch (point) {
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '&' -> escaped.append("&amp;");
				case '"' -> escaped.append("&quot;");
				default -> escaped.appendCodePoint(point);
			}
		});
		return escaped.toString();
	}

	/** Points and lines over two axes. */
	public static final class Panel {

		private final String across;

		private final String up;

		private final List<Marks> marks = new ArrayList<>();

		private double left = Double.NaN;

		private Panel(String across, String up) {
			this.across = across;
			this.up = up;
		}

		/** Adds points. */
		public Panel points(Ink ink, double radius, double[] x, double[] y) {
			this.marks.add(new Marks(ink, radius, x, y));
			return this;
		}

		/** Adds a line from point to point. */
		public Panel line(Ink ink, double[] x, double[] y) {
			this.marks.add(new Marks(ink, 0, x, y));
			return this;
		}

		/** Marks a place across. */
		public Panel at(double x) {
			this.left = x;
			return this;
		}

		private void draw(StringBuilder out, int top) {
			Scale x = Scale.of(this.marks.stream().map(Marks::x), 0, LEFT, WIDTH - RIGHT);
			Scale y = Scale.of(this.marks.stream().map(Marks::y), 0.06, top + PANEL, top);
			frame(out, top, x, y);
			if (!Double.isNaN(this.left)) {
				out.append("<path d=\"M%s %dV%d\" stroke=\"#cc79a7\" stroke-dasharray=\"4 4\"/>%n"
					.formatted(number(x.at(this.left)), top, top + PANEL)
					.replace("\r\n", "\n"));
			}
			this.marks.forEach((mark) -> mark.draw(out, x, y));
		}

		private void frame(StringBuilder out, int top, Scale x, Scale y) {
			out.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#5b6672\"/>\n"
				.formatted(LEFT, top, WIDTH - LEFT - RIGHT, PANEL));
			List<Double> columns = AxisTicks.between(x.least(), x.most(), 9);
			for (double tick : columns) {
				out.append(text(x.at(tick), top + PANEL + 18, "middle", AxisTicks.text(tick, step(columns))));
			}
			List<Double> rows = AxisTicks.between(y.least(), y.most(), 6);
			for (double tick : rows) {
				out.append("<path d=\"M%d %sH%d\" stroke=\"#e3e7eb\"/>\n".formatted(LEFT, number(y.at(tick)),
						WIDTH - RIGHT));
				out.append(text(LEFT - 8, y.at(tick) + 4, "end", AxisTicks.text(tick, step(rows))));
			}
			out.append(text((LEFT + WIDTH - RIGHT) / 2.0, top + PANEL + 38, "middle", this.across));
			double middle = top + PANEL / 2.0;
			out.append(text(18, middle, "middle", this.up).replace("<text ",
					"<text transform=\"rotate(-90 18 %s)\" ".formatted(number(middle))));
		}

		private static double step(List<Double> ticks) {
			return (ticks.size() > 1) ? ticks.get(1) - ticks.get(0) : 1;
		}

	}

	/** What is drawn in one ink; a line if the radius is 0. */
	private record Marks(Ink ink, double radius, double[] x, double[] y) {

		void draw(StringBuilder out, Scale across, Scale up) {
			boolean line = this.radius == 0;
			out.append("<path fill=\"none\" stroke=\"").append(this.ink.colour).append("\" stroke-linecap=\"round\" ");
			out.append("stroke-width=\"").append(line ? "1.5" : number(2 * this.radius)).append("\" d=\"");
			for (int i = 0; i < this.x.length; i++) {
				out.append((line && i > 0) ? 'L' : 'M').append(number(across.at(this.x[i]))).append(' ');
				out.append(number(up.at(this.y[i])));
				// a line of no length is a point with round ends
				out.append(line ? "" : "h0");
			}
			out.append("\"/>\n");
		}

	}

	/** From values to places. */
	private record Scale(double least, double most, double from, double to) {

		static Scale of(Stream<double[]> values, double margin, double from, double to) {
			double[] all = values.flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
			double least = DoubleStream.of(all).min().orElse(0);
			double most = DoubleStream.of(all).max().orElse(1);
			double room = (most > least) ? margin * (most - least) : Math.max(1e-6, Math.abs(most) * 1e-6);
			return new Scale(least - room, most + room, from, to);
		}

		double at(double value) {
			return this.from + (value - this.least) / (this.most - this.least) * (this.to - this.from);
		}

	}

}
